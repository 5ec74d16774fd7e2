using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>AWS's texts for legacy parameters that it refuses.</summary>
internal static class LegacyErrors
{
    public static readonly ExpressionError OperandsOfTwoTypes = Invalid("AttributeValues inside AttributeValueList must be of same type");

    public static readonly ExpressionError BoundsReversed =
        new("The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");

    public static readonly ExpressionError OperatorWithoutConditions = new("ConditionalOperator cannot be used without Filter or Expected");

    public static readonly ExpressionError OperatorForOneCondition =
        new("ConditionalOperator can only be used when Filter or Expected has two or more elements");

    public static readonly ExpressionError NotIndexable = new("Attempted conditional constraint is not an indexable operation");

    public static readonly ExpressionError TooManyKeyConditions = new("Conditions can be of length 1 or 2 only");

    public static readonly ExpressionError TypeMismatch = new("Type mismatch for attribute to update");

    public static readonly ExpressionError ValueRequired = Invalid("Only DELETE action is allowed when no attribute value is specified");

    public static readonly ExpressionError EmptyName = Invalid("An attribute name may not be empty");

    public static ExpressionError OperandCount(string comparison) =>
        Invalid($"Invalid number of argument(s) for the {comparison} ComparisonOperator");

    public static ExpressionError OperandType(string comparison, AttributeType type) =>
        Invalid($"ComparisonOperator {comparison} is not valid for {type.ToName()} AttributeValue type");

    public static ExpressionError TogetherFor(string one, string two, string attribute) =>
        Invalid($"{one} and {two} cannot be used together for Attribute: {attribute}");

    public static ExpressionError OperandMissing(string comparison, string attribute) =>
        Invalid($"Value or AttributeValueList must be used with ComparisonOperator: {comparison} for Attribute: {attribute}");

    public static ExpressionError ListWithoutOperator(string attribute) =>
        Invalid($"AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");

    public static ExpressionError ValueMissing(bool? exists, string attribute) =>
        Invalid($"Value must be provided when Exists is {(exists is null ? "null" : "true")} for Attribute: {attribute}");

    public static ExpressionError ValueNotAllowed(string attribute) =>
        Invalid($"Value cannot be used when Exists is false for Attribute: {attribute}");

    public static ExpressionError DeleteType(AttributeType type) =>
        Invalid($"DELETE action with value is not supported for the type {type.ToName()}");

    public static ExpressionError AddType(AttributeType type) => Invalid($"ADD action is not supported for the type {type.ToName()}");

    public static ExpressionError RepeatedName(string name) => Invalid($"Duplicate value in attribute name: {name}");

    private static ExpressionError Invalid(string detail) => new($"One or more parameter values were invalid: {detail}");
}
