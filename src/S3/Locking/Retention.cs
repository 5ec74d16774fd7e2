namespace RustStack.S3.Locking;

/// <summary>Until when a version must be kept, and how strictly.</summary>
/// <param name="Mode">How strictly.</param>
/// <param name="Until">Until when.</param>
internal sealed record Retention(LockMode Mode, DateTimeOffset Until)
{
    /// <summary>Whether the version must still be kept.</summary>
    /// <param name="now">The time of the request.</param>
    /// <param name="bypassesGovernance">Whether the request bypasses governance.</param>
    /// <returns>True when deleting it is to be refused.</returns>
    public bool Protects(DateTimeOffset now, bool bypassesGovernance) =>
        Until > now && (Mode == LockMode.Compliance || !bypassesGovernance);

    /// <summary>
    /// Whether the retention may be replaced: anybody may lengthen it, nobody may weaken compliance, and weakening or changing governance
    /// takes the bypass.
    /// </summary>
    /// <param name="next">What is to take its place; null for nothing.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="bypassesGovernance">Whether the request bypasses governance.</param>
    /// <returns>True when it may.</returns>
    public bool MayBecome(Retention? next, DateTimeOffset now, bool bypassesGovernance) =>
        !Protects(now, bypassesGovernance) || (next is not null && next.Mode == Mode && next.Until >= Until);
}
