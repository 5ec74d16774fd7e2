using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DescribeContributorInsights.</summary>
internal sealed class DescribeContributorInsights(TableCatalog tables) : DescribeContributorInsightsOperation
{
    /// <inheritdoc/>
    protected override ValueTask<DescribeContributorInsightsOutput> HandleAsync(
        DescribeContributorInsightsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        InsightsTarget target = InsightsTargets.Find(tables, input.TableName, input.IndexName, context);
        ContributorInsights? setting = target.Setting;
        string status = target.Status(context.Time, tables.StatusDelay);
        return new(new DescribeContributorInsightsOutput
        {
            TableName = target.Table.Definition.Name.Name,
            IndexName = target.IndexName,
            ContributorInsightsRuleList = status == ContributorInsightsStatus.Enabled ? target.Rules() : null,
            ContributorInsightsStatus = status,
            LastUpdateDateTime = setting?.ChangedAt,
            ContributorInsightsMode = setting?.Mode,
        });
    }
}
