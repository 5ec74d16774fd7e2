namespace RustStack.Expressions.Parsing;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A character that no expression contains.</summary>
    Invalid,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>An attribute name.</summary>
    Identifier,

    /// <summary>An identifier that an opening parenthesis follows.</summary>
    Function,

    /// <summary>A placeholder for a name, such as <c>#n</c>.</summary>
    Name,

    /// <summary>A placeholder for a value, such as <c>:v</c>.</summary>
    Value,

    /// <summary>Digits.</summary>
    Number,

    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Open,
    Close,
    OpenBracket,
    CloseBracket,
    Comma,
    Dot,

    And,
    Or,
    Not,
    Between,
    In,

    Set,
    Remove,
    Add,
    Delete,
}
