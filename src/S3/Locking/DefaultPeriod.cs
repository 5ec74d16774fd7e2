namespace RustStack.S3.Locking;

/// <summary>The retention that objects of a bucket get when they are written without one.</summary>
/// <param name="Mode">How strictly it holds.</param>
/// <param name="Days">How many days; null when years are given.</param>
/// <param name="Years">How many years; null when days are given.</param>
internal sealed record DefaultPeriod(LockMode Mode, int? Days, int? Years)
{
    /// <summary>The retention of an object.</summary>
    /// <param name="written">When it is written.</param>
    /// <returns>The retention.</returns>
    public Retention From(DateTimeOffset written) =>
        new(Mode, Days is { } days ? written.AddDays(days) : written.AddYears(Years!.Value));
}
