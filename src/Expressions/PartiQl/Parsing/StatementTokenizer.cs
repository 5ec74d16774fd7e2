using System.Text;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>Cuts a statement into tokens. It never fails: what it does not know becomes a token that no grammar accepts.</summary>
internal static class StatementTokenizer
{
    /// <summary>Reads all tokens; the last one is the end.</summary>
    /// <param name="text">The statement.</param>
    /// <returns>The tokens.</returns>
    public static StatementToken[] Read(string text)
    {
        List<StatementToken> tokens = new(32);
        int parameters = 0;
        for (int position = SkipBlanks(text, 0); position < text.Length; position = SkipBlanks(text, tokens[^1].End))
        {
            StatementToken token = Next(text, position, tokens);
            if (token.Kind == StatementTokenKind.Parameter) token = token with { Ordinal = parameters++ };
            if (token.Kind == StatementTokenKind.Open && tokens is [.., { } name] && MayBeFunction(name))
                tokens[^1] = name with { Kind = StatementTokenKind.Function };
            tokens.Add(token);
        }

        tokens.Add(new(StatementTokenKind.End, "", text.Length));
        return [.. tokens];
    }

    private static bool MayBeFunction(StatementToken token) => token.Kind switch
    {
        StatementTokenKind.Identifier => true,
        StatementTokenKind.Keyword => PartiQlWords.IsFunction(token.Text),
        _ => false,
    };

    /// <summary>Passes over white space and comments; a comment without an end stays and becomes a token of no grammar.</summary>
    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
            }
            else if (StartsAt(text, position, "--"))
            {
                int end = text.IndexOf('\n', position);
                position = end < 0 ? text.Length : end + 1;
            }
            else if (StartsAt(text, position, "/*"))
            {
                int end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                if (end < 0) return position;
                position = end + 2;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private static bool StartsAt(string text, int position, string symbol) =>
        text.AsSpan(position).StartsWith(symbol, StringComparison.Ordinal);

    private static StatementToken Next(string text, int start, List<StatementToken> before)
    {
        char first = text[start];
        if (IsWordStart(first)) return Word(text, start);
        if (char.IsAsciiDigit(first) || (first == '.' && IsFraction(text, start, before))) return Number(text, start);
        if (first == '\'') return Quoted(text, start, StatementTokenKind.String);
        if (first == '"') return Quoted(text, start, StatementTokenKind.QuotedIdentifier);
        if (StartsAt(text, start, "/*")) return Take(StatementTokenKind.Invalid, text, start, text.Length);
        StatementTokenKind pair = start + 1 < text.Length ? Pair(first, text[start + 1]) : StatementTokenKind.Invalid;
        return pair != StatementTokenKind.Invalid ? Take(pair, text, start, start + 2) : Take(Single(first), text, start, start + 1);
    }

    private static bool IsWordStart(char symbol) => char.IsAsciiLetter(symbol) || symbol is '_' or '$';

    private static bool IsWordPart(char symbol) => IsWordStart(symbol) || char.IsAsciiDigit(symbol);

    /// <summary>A point before digits begins a number, unless it goes on with a path.</summary>
    private static bool IsFraction(string text, int start, List<StatementToken> before) =>
        start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])
        && before is not [.., { Kind: StatementTokenKind.Identifier or StatementTokenKind.QuotedIdentifier or StatementTokenKind.CloseBracket }];

    private static StatementToken Word(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && IsWordPart(text[end])) end++;
        StatementToken token = Take(StatementTokenKind.Identifier, text, start, end);
        return PartiQlWords.IsReserved(token.Text) ? token with { Kind = StatementTokenKind.Keyword } : token;
    }

    private static StatementToken Number(string text, int start)
    {
        int end = Digits(text, start);
        if (end < text.Length && text[end] == '.') end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            int exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            int after = Digits(text, exponent);
            if (after > exponent) end = after;
        }

        return Take(StatementTokenKind.Number, text, start, end);
    }

    private static int Digits(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return position;
    }

    private static StatementToken Quoted(string text, int start, StatementTokenKind kind)
    {
        char quote = text[start];
        StringBuilder content = new();
        for (int position = start + 1; position < text.Length; position++)
        {
            if (text[position] == quote)
            {
                if (position + 1 == text.Length || text[position + 1] != quote) return new(kind, content.ToString(), position + 1);
                position++;
            }

            content.Append(text[position]);
        }

        return Take(StatementTokenKind.Invalid, text, start, text.Length);
    }

    private static StatementTokenKind Pair(char first, char second) => (first, second) switch
    {
        ('<', '>') or ('!', '=') => StatementTokenKind.NotEqual,
        ('<', '=') => StatementTokenKind.LessOrEqual,
        ('>', '=') => StatementTokenKind.GreaterOrEqual,
        ('<', '<') => StatementTokenKind.OpenSet,
        ('>', '>') => StatementTokenKind.CloseSet,
        _ => StatementTokenKind.Invalid,
    };

    private static StatementTokenKind Single(char symbol) => symbol switch
    {
        '?' => StatementTokenKind.Parameter,
        '=' => StatementTokenKind.Equal,
        '<' => StatementTokenKind.Less,
        '>' => StatementTokenKind.Greater,
        '+' => StatementTokenKind.Plus,
        '-' => StatementTokenKind.Minus,
        '*' => StatementTokenKind.Star,
        '(' => StatementTokenKind.Open,
        ')' => StatementTokenKind.Close,
        '[' => StatementTokenKind.OpenBracket,
        ']' => StatementTokenKind.CloseBracket,
        '{' => StatementTokenKind.OpenBrace,
        '}' => StatementTokenKind.CloseBrace,
        ',' => StatementTokenKind.Comma,
        '.' => StatementTokenKind.Dot,
        ':' => StatementTokenKind.Colon,
        ';' => StatementTokenKind.Semicolon,
        _ => StatementTokenKind.Invalid,
    };

    private static StatementToken Take(StatementTokenKind kind, string text, int start, int end) => new(kind, text[start..end], end);
}
