using System.Text;
using RustStack.S3.Generated;
using RustStack.S3.Objects;

namespace RustStack.S3.Lifecycle;

/// <summary>A lifecycle rule that is enabled, with what it applies to.</summary>
internal sealed class ActiveRule
{
    private readonly byte[] _prefix;
    private readonly IReadOnlyList<Tag> _tags;
    private readonly long? _greaterThanBytes;
    private readonly long? _lessThanBytes;

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">The rule; it was checked.</param>
    public ActiveRule(LifecycleRule rule)
    {
        LifecycleRuleFilter filter = rule.Filter ?? new();
        Rule = rule;
        _prefix = Encoding.UTF8.GetBytes(PrefixOf(rule));
        _tags = filter.And?.Tags ?? (filter.Tag is { } tag ? [tag] : []);
        _greaterThanBytes = filter.And?.ObjectSizeGreaterThan ?? filter.ObjectSizeGreaterThan;
        _lessThanBytes = filter.And?.ObjectSizeLessThan ?? filter.ObjectSizeLessThan;
    }

    /// <summary>The rule.</summary>
    public LifecycleRule Rule { get; }

    private bool LooksAtContent => _tags.Count > 0 || _greaterThanBytes is not null || _lessThanBytes is not null;

    /// <summary>The prefix that a rule names, in whichever of the three places it may.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The prefix; empty for every key.</returns>
    public static string PrefixOf(LifecycleRule rule) => rule.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Filter?.Prefix ?? "";

    /// <summary>Whether the rule applies to uploads of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it does.</returns>
    public bool AppliesTo(ReadOnlySpan<byte> key) => key.StartsWith(_prefix);

    /// <summary>Whether the rule applies to a version. A delete marker has neither tags nor a size.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The version.</param>
    /// <returns>True when it does.</returns>
    public bool AppliesTo(ReadOnlySpan<byte> key, StoredObject version)
    {
        if (!key.StartsWith(_prefix)) return false;
        if (version.IsDeleteMarker) return !LooksAtContent;
        return !(version.SizeBytes <= _greaterThanBytes)
            && !(version.SizeBytes >= _lessThanBytes)
            && _tags.All(tag => version.Properties.Tags.Contains(new(tag.Key!, tag.Value!)));
    }
}
