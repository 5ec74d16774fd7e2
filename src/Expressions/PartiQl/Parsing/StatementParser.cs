using Pidgin;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>Turns a statement's text into syntax and holds every rule that needs no parameters.</summary>
internal static class StatementParser
{
    /// <summary>Parses a statement. It throws for no text, and its recursion is bounded before it begins.</summary>
    /// <param name="text">The statement.</param>
    /// <returns>The statement, or the error.</returns>
    public static ExpressionResult<StatementSyntax> Parse(string text)
    {
        StatementToken[] tokens = StatementTokenizer.Read(text);
        if (StatementRules.IsNestedTooDeep(tokens)) return new(new ExpressionError(StatementErrorText.NestedTooDeep));

        Result<StatementToken, StatementSyntax> result = StatementGrammar.Statement.Parse(tokens);
        if (!result.Success) return new(Describe(tokens, result.Error!));
        return StatementRules.Check(tokens, result.Value) is { } error
            ? new(new ExpressionError(error))
            : new(result.Value with { ParameterCount = tokens.Count(static token => token.Kind == StatementTokenKind.Parameter) });
    }

    private static ExpressionError Describe(StatementToken[] tokens, ParseError<StatementToken> error)
    {
        int index = Math.Min(error.ErrorOffset, tokens.Length - 1);
        StatementToken found = tokens[index];
        if (index == 0) return SyntaxErrorText.Malformed(SyntaxErrorText.NoStatement);
        if (PartiQlWords.BeginsOtherClause(found.Text) && found.Kind == StatementTokenKind.Keyword && (EndsTerm(tokens[index - 1]) || found.Is("LIKE")))
            return new(StatementErrorText.UnsupportedClause(found.Text));
        if (tokens[index - 1].Is("SELECT")) return DescribeColumn(found);
        return SyntaxErrorText.Malformed(Expected(error) ?? Unexpected(tokens, index));
    }

    private static ExpressionError DescribeColumn(StatementToken found) => found.Kind switch
    {
        StatementTokenKind.Keyword when found.Is("DISTINCT") || found.Is("ALL") || found.Is("VALUE") =>
            new(StatementErrorText.UnsupportedClause(found.Text)),
        StatementTokenKind.Function => new(StatementErrorText.UnsupportedFunction(found.Text)),
        StatementTokenKind.Keyword => SyntaxErrorText.Malformed(SyntaxErrorText.UnexpectedKeyword),
        _ => SyntaxErrorText.Malformed(SyntaxErrorText.UnexpectedTerm),
    };

    /// <summary>What the grammar says that it expected, when only one thing would have done.</summary>
    private static string? Expected(ParseError<StatementToken> error)
    {
        foreach (Expected<StatementToken> expected in error.Expected)
        {
            if (expected.Label is { } label) return label;
        }

        return null;
    }

    private static string Unexpected(StatementToken[] tokens, int index) => tokens[index].Kind switch
    {
        StatementTokenKind.End when IsInfix(tokens[index - 1]) => SyntaxErrorText.NoRightSide,
        StatementTokenKind.Keyword => SyntaxErrorText.UnexpectedKeyword,
        StatementTokenKind.Open when tokens[index - 1].Kind != StatementTokenKind.Open => AfterName(tokens, index),
        StatementTokenKind.Plus or StatementTokenKind.Minus or StatementTokenKind.Star => SyntaxErrorText.UnexpectedOperator,
        >= StatementTokenKind.Equal and <= StatementTokenKind.GreaterOrEqual => SyntaxErrorText.UnexpectedOperator,
        _ => SyntaxErrorText.UnexpectedTerm,
    };

    /// <summary>Whether a clause may follow: everywhere else a word like one of theirs is a name without its quotes.</summary>
    private static bool EndsTerm(StatementToken token) => token.Kind switch
    {
        StatementTokenKind.Identifier or StatementTokenKind.QuotedIdentifier or StatementTokenKind.String or StatementTokenKind.Number => true,
        StatementTokenKind.Parameter or StatementTokenKind.Star or StatementTokenKind.Close or StatementTokenKind.CloseBracket => true,
        StatementTokenKind.CloseBrace or StatementTokenKind.CloseSet => true,
        StatementTokenKind.Keyword => token.Is("TRUE") || token.Is("FALSE") || token.Is("NULL") || token.Is("MISSING"),
        _ => false,
    };

    private static bool IsInfix(StatementToken token) =>
        token.Kind is >= StatementTokenKind.Equal and <= StatementTokenKind.Minus || token.Is("AND") || token.Is("OR") || token.Is("IN");

    /// <summary>A list of columns, as INSERT has it in SQL, is a term to PartiQL; what is wrong is in it, or comes after it.</summary>
    private static string AfterName(StatementToken[] tokens, int index)
    {
        for (; index < tokens.Length && tokens[index].Kind != StatementTokenKind.Close; index++)
        {
            if (tokens[index].Kind == StatementTokenKind.Keyword) return SyntaxErrorText.UnexpectedKeyword;
        }

        return SyntaxErrorText.LeftOver;
    }
}
