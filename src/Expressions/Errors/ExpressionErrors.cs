using System.Globalization;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Errors;

/// <summary>AWS's texts for expressions that it refuses, without the prefix that names the request parameter.</summary>
internal static class ExpressionErrors
{
    public const string Empty = "The expression can not be empty;";
    public const string RedundantParentheses = "The expression has redundant parentheses;";

    public static readonly ExpressionError InvalidUpdatePath =
        new("The document path provided in the update expression is invalid for update");

    public static readonly ExpressionError AttributeMissing =
        new("The provided expression refers to an attribute that does not exist in the item");

    public static readonly ExpressionError OperandOfWrongType =
        new("An operand in the update expression has an incorrect data type");

    public static ExpressionError In(ExpressionKind kind, string message) => new($"Invalid {Name(kind)}: {message}");

    public static string Name(ExpressionKind kind) => kind switch
    {
        ExpressionKind.ConditionExpression => nameof(ExpressionKind.ConditionExpression),
        ExpressionKind.FilterExpression => nameof(ExpressionKind.FilterExpression),
        ExpressionKind.KeyConditionExpression => nameof(ExpressionKind.KeyConditionExpression),
        ExpressionKind.ProjectionExpression => nameof(ExpressionKind.ProjectionExpression),
        _ => nameof(ExpressionKind.UpdateExpression),
    };

    public static string Syntax(string token, string near) => $"Syntax error; token: \"{token}\", near: \"{near}\"";

    public static string TooLong(ExpressionKind kind, int bytes) => kind == ExpressionKind.FilterExpression
        ? $"Expression size has exceeded the maximum allowed size; expression size: {Text(bytes)}"
        : "Expression size has exceeded the maximum allowed size;";

    public static string TooManyOperators(int count) => $"The expression contains too many operators; operator count: {Text(count)}";

    public static string TooManyInOperands(int count) =>
        $"The IN operator is provided with too many operands; number of operands: {Text(count)}";

    public static string PathTooDeep(int levels) =>
        $"The document path has too many nesting elements; nesting levels: {Text(levels)}";

    public static string IndexOutOfRange(string index) => $"List index is not within the allowable range; index: [{index}]";

    public static string Reserved(string word) => $"Attribute name is a reserved keyword; reserved keyword: {word}";

    public static string UnknownFunction(string name) => $"Invalid function name; function: {name}";

    public static string MisusedFunction(string name) =>
        $"The function is not allowed to be used this way in an expression; function: {name}";

    public static string RepeatedSection(string name) => $"The \"{name}\" section can only be used once in an update expression;";

    public static string UndefinedName(string name) =>
        $"An expression attribute name used in the document path is not defined; attribute name: {name}";

    public static string UndefinedValue(string name) =>
        $"An expression attribute value used in expression is not defined; attribute value: {name}";

    public static string OperandCount(string function, int count) =>
        $"Incorrect number of operands for operator or function; operator or function: {function}, number of operands: {Text(count)}";

    public static string OperandType(string function, string type) =>
        $"Incorrect operand type for operator or function; operator or function: {function}, operand type: {type}";

    public static string UpdateOperandType(string action, string type) =>
        $"Incorrect operand type for operator or function; operator: {action}, operand type: {type}";

    public static string PathRequired(string function) =>
        $"Operator or function requires a document path; operator or function: {function}";

    public static string NotDistinct(string function, DocumentPath path) =>
        "The first operand must be distinct from the remaining operands for this operator or function; " +
        $"operator: {function}, first operand: {path}";

    public static string UnknownTypeName(string name) =>
        $"Invalid attribute type name found; type: {name}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}";

    public static string BoundsOfTwoTypes(AttributeValue lower, AttributeValue upper) =>
        $"The BETWEEN operator requires same data type for lower and upper bounds; {Bounds(lower, upper)}";

    public static string BoundsReversed(AttributeValue lower, AttributeValue upper) =>
        $"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {Bounds(lower, upper)}";

    public static string PathsOverlap(DocumentPath one, DocumentPath two) =>
        $"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: {one}, path two: {two}";

    public static string PathsConflict(DocumentPath one, DocumentPath two) =>
        $"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: {one}, path two: {two}";

    private static string Bounds(AttributeValue lower, AttributeValue upper) =>
        $"lower bound operand: AttributeValue: {Show(lower)}, upper bound operand: AttributeValue: {Show(upper)}";

    private static string Show(AttributeValue value) => value switch
    {
        StringValue text => $"{{S:{text.Value}}}",
        NumberValue number => $"{{N:{number.Value}}}",
        BinaryValue binary => $"{{B:{Convert.ToBase64String(binary.Value)}}}",
        _ => $"{{{value.Type.ToName()}}}",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
