namespace RustStack.Expressions.Parsing;

/// <summary>Cuts an expression into tokens. It never fails: what it does not know becomes a token that no grammar accepts.</summary>
internal static class Tokenizer
{
    /// <summary>Reads all tokens; the last one is the end.</summary>
    public static SyntaxToken[] Read(string text, ExpressionKind kind)
    {
        List<SyntaxToken> tokens = new(16);
        int position = 0;
        while (true)
        {
            while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n') position++;
            if (position == text.Length) break;
            SyntaxToken token = Next(text, position, kind);
            if (token.Kind == TokenKind.Open && tokens is [.., { Kind: TokenKind.Identifier } name])
                tokens[^1] = name with { Kind = TokenKind.Function };
            tokens.Add(token);
            position = token.End;
        }

        tokens.Add(new(TokenKind.End, SyntaxToken.EndText, text.Length));
        return [.. tokens];
    }

    private static SyntaxToken Next(string text, int start, ExpressionKind kind)
    {
        char first = text[start];
        if (char.IsAsciiLetter(first)) return Word(text, start, kind);
        if (char.IsAsciiDigit(first)) return Take(TokenKind.Number, text, start, Digits(text, start));
        if (first is '#' or ':') return Placeholder(text, start);
        TokenKind pair = start + 1 < text.Length ? Pair(first, text[start + 1]) : TokenKind.Invalid;
        return pair != TokenKind.Invalid ? Take(pair, text, start, start + 2) : Take(Single(first), text, start, start + 1);
    }

    private static SyntaxToken Word(string text, int start, ExpressionKind kind)
    {
        SyntaxToken token = Take(TokenKind.Identifier, text, start, WordEnd(text, start));
        TokenKind keyword = kind switch
        {
            ExpressionKind.UpdateExpression => UpdateKeyword(token.Text),
            ExpressionKind.ProjectionExpression => TokenKind.Identifier,
            _ => ConditionKeyword(token.Text),
        };
        return token with { Kind = keyword };
    }

    private static SyntaxToken Placeholder(string text, int start)
    {
        int end = WordEnd(text, start + 1);
        TokenKind kind = text[start] == '#' ? TokenKind.Name : TokenKind.Value;
        return Take(end == start + 1 ? TokenKind.Invalid : kind, text, start, end);
    }

    private static TokenKind ConditionKeyword(string word)
    {
        if (Is(word, "AND")) return TokenKind.And;
        if (Is(word, "OR")) return TokenKind.Or;
        if (Is(word, "NOT")) return TokenKind.Not;
        if (Is(word, "IN")) return TokenKind.In;
        return Is(word, "BETWEEN") ? TokenKind.Between : TokenKind.Identifier;
    }

    private static TokenKind UpdateKeyword(string word)
    {
        if (Is(word, "SET")) return TokenKind.Set;
        if (Is(word, "REMOVE")) return TokenKind.Remove;
        if (Is(word, "ADD")) return TokenKind.Add;
        return Is(word, "DELETE") ? TokenKind.Delete : TokenKind.Identifier;
    }

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private static TokenKind Pair(char first, char second) => (first, second) switch
    {
        ('<', '>') => TokenKind.NotEqual,
        ('<', '=') => TokenKind.LessOrEqual,
        ('>', '=') => TokenKind.GreaterOrEqual,
        _ => TokenKind.Invalid,
    };

    private static TokenKind Single(char symbol) => symbol switch
    {
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '(' => TokenKind.Open,
        ')' => TokenKind.Close,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        ',' => TokenKind.Comma,
        '.' => TokenKind.Dot,
        _ => TokenKind.Invalid,
    };

    private static int WordEnd(string text, int position)
    {
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_')) position++;
        return position;
    }

    private static int Digits(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return position;
    }

    private static SyntaxToken Take(TokenKind kind, string text, int start, int end) => new(kind, text[start..end], start);
}
