using System.Text;
using Pidgin;
using RustStack.Expressions.Errors;
using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.Parsing;

/// <summary>Turns an expression's text into syntax and holds every rule that needs no names and values.</summary>
internal static class ExpressionParser
{
    public static ExpressionResult<SyntaxNode> ParseCondition(string text, ExpressionKind kind) =>
        Parse(text, kind, ConditionGrammar.Expression, static (tokens, syntax, kind) =>
            TokenRules.CheckParentheses(tokens)
            ?? TokenRules.CheckOperators(tokens, kind)
            ?? TokenRules.CheckFunctions(tokens, kind)
            ?? ConditionRules.Check(syntax)
            ?? TokenRules.CheckReserved(tokens)
            ?? TokenRules.CheckPaths(tokens));

    public static ExpressionResult<UpdateSyntax> ParseUpdate(string text) =>
        Parse(text, ExpressionKind.UpdateExpression, UpdateGrammar.Expression, static (tokens, _, kind) =>
            TokenRules.CheckParentheses(tokens)
            ?? TokenRules.CheckOperators(tokens, kind)
            ?? TokenRules.CheckReserved(tokens)
            ?? TokenRules.CheckFunctions(tokens, kind)
            ?? TokenRules.CheckSections(tokens)
            ?? TokenRules.CheckPaths(tokens));

    public static ExpressionResult<ProjectionSyntax> ParseProjection(string text) =>
        Parse(text, ExpressionKind.ProjectionExpression, ProjectionGrammar.Expression, static (tokens, _, _) =>
            TokenRules.CheckReserved(tokens) ?? TokenRules.CheckPaths(tokens));

    private static ExpressionResult<T> Parse<T>(
        string text, ExpressionKind kind, Parser<SyntaxToken, T> grammar, Func<SyntaxToken[], T, ExpressionKind, string?> check)
        where T : class
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > ExpressionLimits.MaxTextBytes) return Refuse<T>(kind, ExpressionErrors.TooLong(kind, bytes));

        SyntaxToken[] tokens = Tokenizer.Read(text, kind);
        if (tokens.Length == 1) return Refuse<T>(kind, ExpressionErrors.Empty);
        if (TokenRules.CheckNesting(tokens, kind) is { } tooDeep) return Refuse<T>(kind, tooDeep);

        Result<SyntaxToken, T> result = grammar.Parse(tokens);
        if (!result.Success) return Refuse<T>(kind, Describe(text, tokens, result.Error!.ErrorOffset));
        return check(tokens, result.Value, kind) is { } error ? Refuse<T>(kind, error) : new(result.Value);
    }

    /// <summary>Names the token that does not fit, and shows it with its neighbours as they were written.</summary>
    private static string Describe(string text, SyntaxToken[] tokens, int index)
    {
        int last = Math.Min(index, tokens.Length - 1);
        SyntaxToken before = tokens[Math.Max(last - 1, 0)];
        SyntaxToken after = tokens[Math.Min(last + 1, tokens.Length - 1)];
        return ExpressionErrors.Syntax(tokens[last].Text, text[before.Start..after.End]);
    }

    private static ExpressionResult<T> Refuse<T>(ExpressionKind kind, string message)
        where T : class => new(ExpressionErrors.In(kind, message));
}
