namespace RustStack.Expressions.Parsing;

/// <summary>A token with its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
internal readonly record struct SyntaxToken(TokenKind Kind, string Text, int Start)
{
    public const string EndText = "<EOF>";

    /// <summary>Where the token ends.</summary>
    public int End => Kind == TokenKind.End ? Start : Start + Text.Length;
}
