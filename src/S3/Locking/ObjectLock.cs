namespace RustStack.S3.Locking;

/// <summary>What keeps a version from being deleted.</summary>
/// <param name="Retention">Its retention, if it has one.</param>
/// <param name="LegalHold">Whether a legal hold is on it; null when none was ever put.</param>
internal sealed record ObjectLock(Retention? Retention = null, bool? LegalHold = null)
{
    /// <summary>Nothing does.</summary>
    public static ObjectLock None { get; } = new();

    /// <summary>The legal hold in the model's words; null when none was ever put.</summary>
    public string? LegalHoldStatus => LegalHold switch { null => null, true => "ON", false => "OFF" };

    /// <summary>Whether the version must be kept.</summary>
    /// <param name="now">The time of the request.</param>
    /// <param name="bypassesGovernance">Whether the request bypasses governance.</param>
    /// <returns>True when deleting it is to be refused.</returns>
    public bool Protects(DateTimeOffset now, bool bypassesGovernance) =>
        LegalHold == true || Retention?.Protects(now, bypassesGovernance) == true;
}
