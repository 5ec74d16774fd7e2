using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>What operands each legacy operator takes.</summary>
internal static class LegacyConditionRules
{
    /// <summary>Checks the number, validity and types of an operator's operands.</summary>
    public static ExpressionError? Check(string comparison, IReadOnlyList<AttributeValue> operands)
    {
        foreach (AttributeValue operand in operands)
        {
            if (operand is InvalidValue invalid) return new(invalid.Message);
        }

        if (!TakesCount(comparison, operands.Count)) return LegacyErrors.OperandCount(comparison);
        foreach (AttributeValue operand in operands)
        {
            if (!TakesType(comparison, operand.Type)) return LegacyErrors.OperandType(comparison, operand.Type);
            if (operand.Type != operands[0].Type) return LegacyErrors.OperandsOfTwoTypes;
        }

        bool reversed = comparison == "BETWEEN" && ValueOrder.TryCompare(operands[0], operands[1], out int order) && order > 0;
        return reversed ? LegacyErrors.BoundsReversed : null;
    }

    private static bool TakesCount(string comparison, int count) => comparison switch
    {
        "NULL" or "NOT_NULL" => count == 0,
        "BETWEEN" => count == 2,
        "IN" => count > 0,
        _ => count == 1,
    };

    private static bool TakesType(string comparison, AttributeType type) => comparison switch
    {
        "EQ" or "NE" => true,
        "BEGINS_WITH" => type is AttributeType.S or AttributeType.B,
        _ => ValueOrder.IsOrdered(type),
    };
}
