namespace RustStack.Expressions.PartiQl.Syntax;

/// <summary>A parsed statement: immutable, without parameters bound, so that it is shared by all requests with the same text.</summary>
/// <param name="Source">What it is about.</param>
internal abstract record StatementSyntax(SourceSyntax Source)
{
    /// <summary>The number of its question marks.</summary>
    public int ParameterCount { get; init; }
}
