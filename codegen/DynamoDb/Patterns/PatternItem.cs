namespace RustStack.Codegen.DynamoDb.Patterns;

/// <summary>A character class repeated in sequence.</summary>
/// <param name="Class">What each code unit must be.</param>
/// <param name="Minimum">The fewest repetitions.</param>
/// <param name="Maximum">The most repetitions; null for no limit.</param>
internal sealed record PatternItem(CharacterClass Class, int Minimum, int? Maximum)
{
    /// <summary>Whether the item always takes the same number of code units.</summary>
    public bool IsFixed => Minimum == Maximum;
}
