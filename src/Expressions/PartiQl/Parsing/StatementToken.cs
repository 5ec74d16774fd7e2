namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>A token with its place in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; of quoted names and strings what is between the quotes, quotes within it undoubled.</param>
/// <param name="End">Where it ends, in UTF-16 units.</param>
/// <param name="Ordinal">The number of question marks before it.</param>
internal readonly record struct StatementToken(StatementTokenKind Kind, string Text, int End, int Ordinal = 0)
{
    /// <summary>Whether it is a reserved word.</summary>
    /// <param name="word">The word in upper case.</param>
    /// <returns>True when it is that word.</returns>
    public bool Is(string word) => Kind == StatementTokenKind.Keyword && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
