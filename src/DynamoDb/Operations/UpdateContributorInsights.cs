using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>
/// UpdateContributorInsights. The setting is kept and described; there is no CloudWatch that would have rules. A change is answered as
/// one that has begun, as AWS answers it; a request that changes nothing as what is.
/// </summary>
internal sealed class UpdateContributorInsights(TableCatalog tables) : UpdateContributorInsightsOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<UpdateContributorInsightsOutput> HandleAsync(
        UpdateContributorInsightsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        bool enables = input.ContributorInsightsAction == ContributorInsightsAction.Enable;
        InsightsTarget target = InsightsTargets.Find(tables, input.TableName, input.IndexName, context);
        Table table = target.Table;
        ContributorInsights? setting;
        string status;
        JournalReceipt saved;
        lock (table.Gate)
        {
            if (enables) InsightsTargets.CheckState(target);
            else if (table.IsDeleted) throw TableStateErrors.BeingDeleted(table.Definition.Name);
            setting = Apply(target.Setting, target.IndexName, enables, input.ContributorInsightsMode, context.Time);
            status = setting == target.Setting ? target.Status(context.Time, tables.StatusDelay) : Begun(enables);
            saved = table.Redefine(With(table.Definition, setting));
        }

        await saved.CommittedAsync();
        return new()
        {
            TableName = table.Definition.Name.Name,
            IndexName = target.IndexName,
            ContributorInsightsStatus = status,
            ContributorInsightsMode = setting?.Mode,
        };
    }

    private static string Begun(bool enables) => enables ? ContributorInsightsStatus.Enabling : ContributorInsightsStatus.Disabling;

    // Whoever enables without a mode gets the default one, whatever it was before; the rules keep their names while it is enabled.
    private static ContributorInsights? Apply(ContributorInsights? current, string? index, bool enables, string? mode, DateTimeOffset now)
    {
        if (!enables) return current is { IsEnabled: true } ? current with { IsEnabled = false, ChangedAt = now } : current;
        string wanted = mode ?? ContributorInsightsMode.AccessedAndThrottledKeys;
        if (current is { IsEnabled: true }) return current.Mode == wanted ? current : current with { Mode = wanted, ChangedAt = now };
        return new(index, IsEnabled: true, wanted, now, now);
    }

    private static TableDefinition With(TableDefinition table, ContributorInsights? setting)
    {
        if (setting is null || table.ContributorInsights.Contains(setting)) return table;
        return table with
        {
            ContributorInsights = [.. table.ContributorInsights.Where(other => other.IndexName != setting.IndexName), setting],
        };
    }
}
