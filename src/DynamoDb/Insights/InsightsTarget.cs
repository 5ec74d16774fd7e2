using System.Globalization;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Insights;

/// <summary>A table or a global index that Contributor Insights may be enabled for.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index; null for the table itself.</param>
internal readonly record struct InsightsTarget(Table Table, TableIndex? Index)
{
    private const string RulePrefix = "DynamoDBContributorInsights-";

    /// <summary>The index's name; null for the table itself.</summary>
    public string? IndexName => Index?.Definition.Name;

    /// <summary>Contributor Insights as it is set; null when it was never enabled.</summary>
    public ContributorInsights? Setting
    {
        get
        {
            string? name = IndexName;
            return Table.Definition.ContributorInsights.FirstOrDefault(one => one.IndexName == name);
        }
    }

    /// <summary>The status at a time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it takes to be enabled or disabled.</param>
    /// <returns>The status.</returns>
    public string Status(DateTimeOffset now, TimeSpan delay)
    {
        if (Setting is not { } setting) return ContributorInsightsStatus.Disabled;
        bool isSettled = now >= setting.ChangedAt + delay;
        if (setting.IsEnabled) return isSettled ? ContributorInsightsStatus.Enabled : ContributorInsightsStatus.Enabling;
        return isSettled ? ContributorInsightsStatus.Disabled : ContributorInsightsStatus.Disabling;
    }

    /// <summary>The names of the rules that CloudWatch would have: two for a partition key, four where there is a sort key.</summary>
    /// <returns>The names; null while it is not enabled.</returns>
    public List<string>? Rules()
    {
        if (Setting is not { IsEnabled: true } setting) return null;
        bool hasSortKey = (Index?.Definition.KeySchema ?? Table.Definition.KeySchema).Any(static element => element.KeyType == KeyType.Range);
        string name = IndexName is null ? Table.Definition.Name.Name : $"{Table.Definition.Name.Name}-{IndexName}";
        string suffix = string.Create(CultureInfo.InvariantCulture, $"-{name}-{setting.EnabledAt.ToUnixTimeMilliseconds()}");
        string[] kinds = setting.Mode == ContributorInsightsMode.ThrottledKeys ? ["PKT", "SKT"] : ["PKC", "SKC", "PKT", "SKT"];
        return [.. kinds.Where(kind => hasSortKey || kind[0] == 'P').Select(kind => RulePrefix + kind + suffix)];
    }
}
