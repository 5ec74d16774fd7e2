namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>What a token of a statement is.</summary>
internal enum StatementTokenKind
{
    /// <summary>What no statement contains: an unknown character, a quote or comment without an end.</summary>
    Invalid,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name without quotes.</summary>
    Identifier,

    /// <summary>A name in double quotes.</summary>
    QuotedIdentifier,

    /// <summary>A name or keyword that an opening parenthesis follows and that may be a function.</summary>
    Function,

    /// <summary>A reserved word.</summary>
    Keyword,

    /// <summary>A string in single quotes.</summary>
    String,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>A question mark, which stands for a value of the request.</summary>
    Parameter,

    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Open,
    Close,
    OpenBracket,
    CloseBracket,
    OpenSet,
    CloseSet,
    OpenBrace,
    CloseBrace,
    Comma,
    Dot,
    Colon,
    Semicolon,
}
