using RustStack.Expressions.Errors;
using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.Parsing;

/// <summary>The rules of conditions that hold for the syntax, whatever names and values are bound.</summary>
internal static class ConditionRules
{
    /// <summary>Checks where functions stand and how many values IN has.</summary>
    public static string? Check(SyntaxNode condition) => condition switch
    {
        LogicalSyntax logical => FirstError(logical.Parts),
        NotSyntax not => Check(not.Part),
        FunctionSyntax { Name: FunctionNames.Size } => ExpressionErrors.MisusedFunction(FunctionNames.Size),
        FunctionSyntax function => CheckOperands(function.Operands),
        ComparisonSyntax comparison => CheckOperand(comparison.Left) ?? CheckOperand(comparison.Right),
        BetweenSyntax between => CheckOperand(between.Operand) ?? CheckOperand(between.Lower) ?? CheckOperand(between.Upper),
        InSyntax list => CheckOperand(list.Operand) ?? CheckOperands(list.Candidates) ?? CheckCount(list),
        _ => null,
    };

    private static string? FirstError(IReadOnlyList<SyntaxNode> parts)
    {
        string? error = null;
        for (int i = 0; i < parts.Count && error is null; i++) error = Check(parts[i]);
        return error;
    }

    private static string? CheckOperands(IReadOnlyList<SyntaxNode> operands)
    {
        string? error = null;
        for (int i = 0; i < operands.Count && error is null; i++) error = CheckOperand(operands[i]);
        return error;
    }

    private static string? CheckOperand(SyntaxNode operand)
    {
        if (operand is not FunctionSyntax function) return null;
        return function.Name == FunctionNames.Size ? CheckOperands(function.Operands) : ExpressionErrors.MisusedFunction(function.Name);
    }

    private static string? CheckCount(InSyntax list) =>
        list.Candidates.Count > ExpressionLimits.MaxInOperands ? ExpressionErrors.TooManyInOperands(list.Candidates.Count) : null;
}
