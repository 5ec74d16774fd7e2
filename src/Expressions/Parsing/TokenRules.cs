using System.Globalization;
using RustStack.Expressions.Errors;

namespace RustStack.Expressions.Parsing;

/// <summary>The rules that can be held by looking at the tokens alone, in one pass each and without recursion.</summary>
internal static class TokenRules
{
    /// <summary>Refuses nesting that parsing or evaluating would recurse into too deep. Must hold before parsing.</summary>
    public static string? CheckNesting(SyntaxToken[] tokens, ExpressionKind kind)
    {
        int depth = 0;
        int deepest = 0;
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind is TokenKind.Open or TokenKind.Not) depth++;
            if (token.Kind == TokenKind.Close) depth--;
            deepest = Math.Max(deepest, depth);
        }

        if (deepest <= ExpressionLimits.MaxNesting) return null;
        return CheckOperators(tokens, kind) ?? ExpressionErrors.RedundantParentheses;
    }

    public static string? CheckOperators(SyntaxToken[] tokens, ExpressionKind kind)
    {
        int count = 0;
        foreach (SyntaxToken token in tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Equal:
                    if (kind != ExpressionKind.UpdateExpression) count++;
                    break;
                case TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual:
                case TokenKind.Plus or TokenKind.Minus or TokenKind.Function:
                case TokenKind.And or TokenKind.Or or TokenKind.Not or TokenKind.In:
                    count++;
                    break;
                default:
                    // BETWEEN is counted by its AND.
                    break;
            }
        }

        return count > ExpressionLimits.MaxOperators ? ExpressionErrors.TooManyOperators(count) : null;
    }

    /// <summary>Finds a group that holds nothing but another group. The parentheses must match, so the text must have parsed.</summary>
    public static string? CheckParentheses(SyntaxToken[] tokens)
    {
        Stack<int> open = new();
        int innerOpen = -1;
        int innerClose = -1;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Open) open.Push(i);
            if (tokens[i].Kind != TokenKind.Close || !open.TryPop(out int start)) continue;
            bool isGroup = start == 0 || tokens[start - 1].Kind is not (TokenKind.Function or TokenKind.In);
            if (isGroup && innerClose == i - 1 && innerOpen == start + 1) return ExpressionErrors.RedundantParentheses;
            if (!isGroup) continue;
            innerOpen = start;
            innerClose = i;
        }

        return null;
    }

    public static string? CheckFunctions(SyntaxToken[] tokens, ExpressionKind kind)
    {
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind == TokenKind.Function && !FunctionNames.IsKnown(token.Text, kind))
                return ExpressionErrors.UnknownFunction(token.Text);
        }

        return null;
    }

    public static string? CheckReserved(SyntaxToken[] tokens)
    {
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind == TokenKind.Identifier && ReservedWords.Contains(token.Text)) return ExpressionErrors.Reserved(token.Text);
        }

        return null;
    }

    /// <summary>Checks the sizes of list indexes and the depths of document paths.</summary>
    public static string? CheckPaths(SyntaxToken[] tokens)
    {
        int levels = 0;
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind == TokenKind.Number && !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                return ExpressionErrors.IndexOutOfRange(token.Text);
            switch (token.Kind)
            {
                case TokenKind.Identifier or TokenKind.Name or TokenKind.OpenBracket:
                    levels++;
                    break;
                case TokenKind.Dot or TokenKind.Number or TokenKind.CloseBracket:
                    break;
                default:
                    if (levels > ExpressionLimits.MaxPathDepth) return ExpressionErrors.PathTooDeep(levels);
                    levels = 0;
                    break;
            }
        }

        return null;
    }

    /// <summary>Finds a clause of an update expression that is there twice.</summary>
    public static string? CheckSections(SyntaxToken[] tokens)
    {
        Span<bool> seen = stackalloc bool[(int)TokenKind.Delete + 1];
        foreach (SyntaxToken token in tokens)
        {
            if (token.Kind is not (TokenKind.Set or TokenKind.Remove or TokenKind.Add or TokenKind.Delete)) continue;
            if (seen[(int)token.Kind]) return ExpressionErrors.RepeatedSection(token.Text.ToUpperInvariant());
            seen[(int)token.Kind] = true;
        }

        return null;
    }
}
