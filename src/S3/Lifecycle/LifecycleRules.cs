using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Lifecycle;

/// <summary>Checks lifecycle rules as PutBucketLifecycleConfiguration does.</summary>
internal static class LifecycleRules
{
    private const int MaxRules = 1000;
    private const int MaxIdLength = 255;
    private const int MaxNewerVersions = 100;
    private const int IdBytes = 24;

    /// <summary>Checks rules that are to be kept.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="minimumSize"><c>x-amz-transition-default-minimum-object-size</c>, or null.</param>
    /// <param name="ids">Names the rules that have no id.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="AwsException">S3 would refuse them.</exception>
    public static LifecyclePolicy Check(IReadOnlyList<LifecycleRule>? rules, string? minimumSize, IdSource ids)
    {
        string size = minimumSize ?? TransitionDefaultMinimumObjectSize.AllStorageClasses128K;
        if (!TransitionDefaultMinimumObjectSize.Values.Contains(size)) throw LifecycleErrors.InvalidMinimumSize(size);
        if (rules is null || rules.Count is 0 or > MaxRules) throw RequestErrors.MalformedXml();
        foreach (LifecycleRule rule in rules) CheckForm(rule);
        CheckIds(rules);
        foreach (LifecycleRule rule in rules) CheckRule(rule);
        return new([.. rules.Select(rule => string.IsNullOrEmpty(rule.ID) ? rule with { ID = ids.NewHex(IdBytes) } : rule)], size);
    }

    private static void CheckForm(LifecycleRule rule)
    {
        bool isWellFormed = rule.Status is "Enabled" or "Disabled"
            && (rule.Prefix is null) != (rule.Filter is null)
            && CountOf(rule.Filter) <= 1
            && rule.Filter?.And is not { Prefix: null, Tags: null, ObjectSizeGreaterThan: null, ObjectSizeLessThan: null }
            && (rule.Expiration is not { } expiration || CountOf(expiration) == 1)
            && rule.NoncurrentVersionExpiration is not { NoncurrentDays: null }
            && rule.AbortIncompleteMultipartUpload is not { DaysAfterInitiation: null };
        if (!isWellFormed) throw RequestErrors.MalformedXml();
    }

    private static int CountOf(LifecycleRuleFilter? filter) => filter is null
        ? 0
        : new object?[] { filter.Prefix, filter.Tag, filter.ObjectSizeGreaterThan, filter.ObjectSizeLessThan, filter.And }
            .Count(static member => member is not null);

    private static int CountOf(LifecycleExpiration expiration) =>
        new object?[] { expiration.Date, expiration.Days, expiration.ExpiredObjectDeleteMarker }.Count(static member => member is not null);

    private static void CheckIds(IReadOnlyList<LifecycleRule> rules)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (LifecycleRule rule in rules)
        {
            if (string.IsNullOrEmpty(rule.ID)) continue;
            if (rule.ID.Length > MaxIdLength) throw LifecycleErrors.IdTooLong(rule.ID);
            if (!ids.Add(rule.ID)) throw LifecycleErrors.DuplicateId(rule.ID);
        }
    }

    private static void CheckRule(LifecycleRule rule)
    {
        string? content = CheckFilter(rule.Filter ?? new());
        bool hasAction = rule.Expiration is not null
            || rule.Transitions is not null
            || rule.NoncurrentVersionExpiration is not null
            || rule.NoncurrentVersionTransitions is not null
            || rule.AbortIncompleteMultipartUpload is not null;
        if (!hasAction) throw LifecycleErrors.NoAction();
        if (rule.Expiration is { } expiration) CheckExpiration(expiration, content);
        if (rule.NoncurrentVersionExpiration is { } noncurrent) CheckNoncurrent(noncurrent);
        if (rule.AbortIncompleteMultipartUpload is { DaysAfterInitiation: { } days })
        {
            if (content is not null) throw LifecycleErrors.NotWithFilter("AbortIncompleteMultipartUpload", content);
            if (days <= 0) throw LifecycleErrors.NotPositive("DaysAfterInitiation", "AbortIncompleteMultipartUpload", days);
        }

        TransitionRules.Check(rule);
    }

    /// <summary>Checks a filter.</summary>
    /// <returns>What of an object's content it looks at, as errors name it; null when it looks at the key alone.</returns>
    private static string? CheckFilter(LifecycleRuleFilter filter)
    {
        IReadOnlyList<Tag> tags = filter.And?.Tags ?? (filter.Tag is { } single ? [single] : []);
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (Tag tag in tags)
        {
            if (tag.Key is null or "" || tag.Value is null) throw RequestErrors.MalformedXml();
            if (!keys.Add(tag.Key)) throw LifecycleErrors.DuplicateTag();
        }

        long? greaterThan = filter.And?.ObjectSizeGreaterThan ?? filter.ObjectSizeGreaterThan;
        long? lessThan = filter.And?.ObjectSizeLessThan ?? filter.ObjectSizeLessThan;
        if (greaterThan < 0 || lessThan < 1) throw RequestErrors.MalformedXml();
        if (greaterThan >= lessThan) throw LifecycleErrors.SizesReversed();
        return tags.Count > 0 ? "Tags" : greaterThan is not null || lessThan is not null ? "Object Size" : null;
    }

    private static void CheckExpiration(LifecycleExpiration expiration, string? content)
    {
        if (expiration.Days is { } days && days <= 0) throw LifecycleErrors.NotPositive("Days", "Expiration", days);
        if (expiration.Date is { } date) CheckMidnight(date);
        if (expiration.ExpiredObjectDeleteMarker is not null && content is not null)
        {
            throw LifecycleErrors.NotWithFilter("ExpiredObjectDeleteMarker", content);
        }
    }

    /// <summary>Checks that a date is a midnight in UTC.</summary>
    /// <param name="date">The date.</param>
    /// <exception cref="AwsException">It is not.</exception>
    internal static void CheckMidnight(DateTimeOffset date)
    {
        if (date.UtcDateTime.TimeOfDay != TimeSpan.Zero) throw LifecycleErrors.NotMidnight(date);
    }

    private static void CheckNoncurrent(NoncurrentVersionExpiration expiration)
    {
        int days = expiration.NoncurrentDays!.Value;
        if (days <= 0) throw LifecycleErrors.NotPositive("NoncurrentDays", "NoncurrentVersionExpiration", days);
        if (expiration.NewerNoncurrentVersions is { } newer && newer is < 1 or > MaxNewerVersions)
        {
            throw LifecycleErrors.NewerVersionsOutOfRange(newer, MaxNewerVersions);
        }
    }
}
