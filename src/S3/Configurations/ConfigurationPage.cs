namespace RustStack.S3.Configurations;

/// <summary>One page of a list of configurations.</summary>
/// <typeparam name="T">Their kind.</typeparam>
/// <param name="Values">The configurations.</param>
/// <param name="NextToken">The token of the next page; null when this is the last.</param>
internal sealed record ConfigurationPage<T>(IReadOnlyList<T> Values, string? NextToken)
{
    /// <summary>Whether another page follows.</summary>
    public bool IsTruncated => NextToken is not null;
}
