using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;

namespace RustStack.S3.Lifecycle;

/// <summary>The lifecycle rules of a bucket (Amazon S3 user guide, "Managing the lifecycle of objects").</summary>
/// <param name="rules">Every rule as it was given, with an id.</param>
/// <param name="minimumSize">Which objects are too small for transitions.</param>
internal sealed class LifecyclePolicy(IReadOnlyList<LifecycleRule> rules, string minimumSize)
{
    /// <summary>Every rule in its order.</summary>
    public IReadOnlyList<LifecycleRule> Rules { get; } = rules;

    /// <summary>The value of <c>x-amz-transition-default-minimum-object-size</c>.</summary>
    public string MinimumSize { get; } = minimumSize;

    /// <summary>The rules that are enabled.</summary>
    public IReadOnlyList<ActiveRule> Active { get; } =
        [.. rules.Where(static rule => rule.Status == "Enabled").Select(static rule => new ActiveRule(rule))];

    /// <summary>When something that happened some days ago is due: S3 counts from the midnight (UTC) that follows.</summary>
    /// <param name="from">When it happened.</param>
    /// <param name="days">The days.</param>
    /// <returns>A midnight; the last one that there is for a number of days beyond it.</returns>
    public static DateTimeOffset DueAfter(DateTimeOffset from, int days)
    {
        DateTimeOffset midnight = new(from.UtcDateTime.Date, TimeSpan.Zero);
        return days < (DateTimeOffset.MaxValue - midnight).Days - 1 ? midnight.AddDays(days + 1L) : DateTimeOffset.MaxValue;
    }

    /// <summary>When the newest version of an object expires.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The version.</param>
    /// <returns>The earliest time and the rule's id; null when it does not.</returns>
    public (DateTimeOffset Time, string RuleId)? ExpiryOf(ReadOnlySpan<byte> key, StoredObject version)
    {
        (DateTimeOffset Time, string RuleId)? earliest = null;
        foreach (ActiveRule active in Active)
        {
            if (active.Rule.Expiration is not { } expiration || !active.AppliesTo(key, version)) continue;
            DateTimeOffset? time = expiration.Date ?? (expiration.Days is { } days ? DueAfter(version.LastModified, days) : null);
            if (time is { } due && !(due >= earliest?.Time)) earliest = (due, active.Rule.ID!);
        }

        return earliest;
    }

    /// <summary>When an upload that is not completed is aborted.</summary>
    /// <param name="key">The key that it is for.</param>
    /// <param name="initiated">When it was begun.</param>
    /// <returns>The earliest time and the rule's id; null when it is not.</returns>
    public (DateTimeOffset Time, string RuleId)? AbortOf(ReadOnlySpan<byte> key, DateTimeOffset initiated)
    {
        (DateTimeOffset Time, string RuleId)? earliest = null;
        foreach (ActiveRule active in Active)
        {
            if (active.Rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation is not { } days || !active.AppliesTo(key)) continue;
            DateTimeOffset due = DueAfter(initiated, days);
            if (!(due >= earliest?.Time)) earliest = (due, active.Rule.ID!);
        }

        return earliest;
    }

    /// <summary>What <c>x-amz-expiration</c> says of an object.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">Its newest version.</param>
    /// <returns>The header's value; null when the object does not expire.</returns>
    public string? ExpirationHeader(ReadOnlySpan<byte> key, StoredObject version) => ExpiryOf(key, version) is { } expiry
        ? $"expiry-date=\"{WireValue.PrintHttpDate(expiry.Time)}\", rule-id=\"{Uri.EscapeDataString(expiry.RuleId)}\""
        : null;
}
