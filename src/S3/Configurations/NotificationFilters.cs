using System.Text;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Configurations;

/// <summary>The filter of an entry of a notification configuration.</summary>
internal static class NotificationFilters
{
    private const int MaxValueBytes = 1024;
    private const string PrefixName = "Prefix";
    private const string SuffixName = "Suffix";

    /// <summary>Checks a filter.</summary>
    /// <param name="filter">The filter, or null.</param>
    /// <returns>The filter as S3 gives it back: names of rules start with a capital.</returns>
    /// <exception cref="Core.Errors.AwsException">A rule is not valid.</exception>
    public static NotificationConfigurationFilter? Check(NotificationConfigurationFilter? filter)
    {
        if (filter?.Key?.FilterRules is not { } rules) return filter;
        FilterRule[] read = [.. rules.Select(Check)];
        foreach (IGrouping<string?, FilterRule> same in read.GroupBy(static rule => rule.Name))
        {
            if (same.Count() > 1) throw NotificationErrors.SecondFilterRule(same.Key!.ToLowerInvariant());
        }

        return new() { Key = new() { FilterRules = read } };
    }

    /// <summary>What keys must start with.</summary>
    /// <param name="filter">A checked filter, or null.</param>
    public static string PrefixOf(NotificationConfigurationFilter? filter) => ValueOf(filter, PrefixName);

    /// <summary>What keys must end with.</summary>
    /// <param name="filter">A checked filter, or null.</param>
    public static string SuffixOf(NotificationConfigurationFilter? filter) => ValueOf(filter, SuffixName);

    private static FilterRule Check(FilterRule rule)
    {
        string value = rule.Value ?? throw RequestErrors.MalformedXml();
        if (Encoding.UTF8.GetByteCount(value) > MaxValueBytes) throw NotificationErrors.FilterTooLong(value);
        if (PrefixName.Equals(rule.Name, StringComparison.OrdinalIgnoreCase)) return rule with { Name = PrefixName };
        if (SuffixName.Equals(rule.Name, StringComparison.OrdinalIgnoreCase)) return rule with { Name = SuffixName };
        throw NotificationErrors.InvalidFilterName(rule.Name ?? "");
    }

    private static string ValueOf(NotificationConfigurationFilter? filter, string name) =>
        filter?.Key?.FilterRules?.FirstOrDefault(rule => rule.Name == name)?.Value ?? "";
}
