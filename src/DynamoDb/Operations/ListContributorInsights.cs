using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Insights;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>
/// ListContributorInsights: tables by name, each before its indexes. What is disabled is not listed.
/// </summary>
internal sealed class ListContributorInsights(TableCatalog tables) : ListContributorInsightsOperation
{
    private const int MostResults = 100;
    private const string TooFew = "at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1";

    /// <inheritdoc/>
    protected override ValueTask<ListContributorInsightsOutput> HandleAsync(
        ListContributorInsightsInput input, RequestContext context, CancellationToken cancellationToken)
    {
        if (input.MaxResults < 1)
            throw DynamoDbErrors.Validation($"1 validation error detected: Value '{input.MaxResults}' {TooFew}");
        InsightsToken? token = input.NextToken is null ? null : InsightsToken.Read(input.NextToken);
        int most = input.MaxResults ?? MostResults;
        List<InsightsTarget> page = [.. Targets(input.TableName, context)
            .Where(target => token is not { } after || after.IsBefore(target))
            .Where(target => target.Status(context.Time, tables.StatusDelay) != ContributorInsightsStatus.Disabled)
            .Take(most + 1)];
        bool more = page.Count > most;
        return new(new ListContributorInsightsOutput
        {
            ContributorInsightsSummaries = [.. page.Take(most).Select(target => Summary(target, context.Time))],
            NextToken = more ? new InsightsToken(page[most - 1].Table.Definition.Name.Name, page[most - 1].IndexName).ToString() : null,
        });
    }

    private IEnumerable<InsightsTarget> Targets(string? tableName, RequestContext context)
    {
        if (tableName is not null) return InsightsTargets.Of(tables.GetAny(tableName, context));
        return tables.Names(context)
            .Select(name => tables.Find(new(context.AccountId, context.Region, name), context.Time))
            .OfType<Table>()
            .SelectMany(InsightsTargets.Of);
    }

    private ContributorInsightsSummary Summary(InsightsTarget target, DateTimeOffset now) => new()
    {
        TableName = target.Table.Definition.Name.Name,
        IndexName = target.IndexName,
        ContributorInsightsStatus = target.Status(now, tables.StatusDelay),
        ContributorInsightsMode = target.Setting?.Mode,
    };
}
