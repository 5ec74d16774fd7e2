using RustStack.Expressions.Errors;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>The rules of statements that hold whatever parameters are bound.</summary>
internal static class StatementRules
{
    /// <summary>
    /// How deep literal lists, maps and sets may nest: attributes have 32 levels, and deeper ones are refused when they are put.
    /// </summary>
    private const int MaxValueNesting = 40;

    /// <summary>How deep parentheses and NOT may nest, which parsing and evaluating recurse into.</summary>
    private const int MaxGroupNesting = 100;

    /// <summary>Whether parsing would recurse too deep. Must be asked before.</summary>
    /// <param name="tokens">The statement's tokens.</param>
    /// <returns>True when it would.</returns>
    public static bool IsNestedTooDeep(StatementToken[] tokens)
    {
        Stack<int> groups = new();
        int depth = 0;
        int negations = 0;
        int values = 0;
        foreach (StatementToken token in tokens)
        {
            if (token.Is("NOT")) negations++;
            else if (token.Kind != StatementTokenKind.Open) negations = 0;
            if (token.Kind == StatementTokenKind.Open)
            {
                groups.Push(negations + 1);
                depth += negations + 1;
                negations = 0;
            }

            if (token.Kind == StatementTokenKind.Close && groups.TryPop(out int levels)) depth -= levels;
            if (token.Kind is StatementTokenKind.OpenBracket or StatementTokenKind.OpenSet or StatementTokenKind.OpenBrace) values++;
            if (token.Kind is StatementTokenKind.CloseBracket or StatementTokenKind.CloseSet or StatementTokenKind.CloseBrace) values--;
            if (depth + negations > MaxGroupNesting || values > MaxValueNesting) return true;
        }

        return false;
    }

    /// <summary>Checks a statement that was parsed.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="statement">The statement.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Check(StatementToken[] tokens, StatementSyntax statement) =>
        CheckFunctions(tokens, statement) ?? CheckOperators(tokens) ?? statement switch
        {
            SelectSyntax select => CheckWhere(select.Where),
            ExistsSyntax exists => CheckWhere(exists.Select.Where),
            ChangeSyntax change => CheckWhere(change.Where) ?? CheckTarget(change.Source),
            DeleteSyntax delete => CheckWhere(delete.Where) ?? CheckTarget(delete.Source) ?? CheckReturning(delete.Returning),
            _ => CheckTarget(statement.Source),
        };

    private static string? CheckFunctions(StatementToken[] tokens, StatementSyntax statement)
    {
        bool isAssigned = false;
        for (int i = statement is ExistsSyntax ? 1 : 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is("SET")) isAssigned = true;
            if (tokens[i].Is("WHERE")) isAssigned = false;
            if (tokens[i].Kind == StatementTokenKind.Function && !IsKnown(tokens[i].Text.ToLowerInvariant(), isAssigned))
                return StatementErrorText.UnsupportedFunction(tokens[i].Text);
        }

        return null;
    }

    private static bool IsKnown(string name, bool isAssigned) => isAssigned
        ? name is FunctionNames.ListAppend or FunctionNames.SetAdd or FunctionNames.SetDelete
        : name is FunctionNames.AttributeType or FunctionNames.BeginsWith or FunctionNames.Contains or FunctionNames.Size;

    private static string? CheckOperators(StatementToken[] tokens)
    {
        int count = 0;
        bool isCondition = false;
        foreach (StatementToken token in tokens)
        {
            if (token.Is("WHERE")) isCondition = true;
            if (isCondition && IsOperator(token)) count++;
        }

        return count > ExpressionLimits.MaxOperators ? ExpressionErrors.TooManyOperators(count) : null;
    }

    private static bool IsOperator(StatementToken token) =>
        token.Kind is StatementTokenKind.Function or (>= StatementTokenKind.Equal and <= StatementTokenKind.GreaterOrEqual)
        || token.Is("AND") || token.Is("OR") || token.Is("NOT") || token.Is("IN") || token.Is("IS");

    private static string? CheckWhere(SyntaxNode? where) => where is null ? null : ConditionRules.Check(where);

    private static string? CheckTarget(SourceSyntax source) => source.Index is null ? null : StatementErrorText.IndexChanged;

    private static string? CheckReturning(Returning? returning) =>
        returning is null or Returning.AllOld ? null : StatementErrorText.DeleteReturns;
}
