using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>Resource policies, Contributor Insights and Kinesis streaming destinations.</summary>
public sealed class GovernanceTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task ResourcePolicy_IsPutReadAndDeleted()
    {
        string arn = await NewArnAsync();
        string policy = $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"dynamodb:GetItem","Resource":"{{{arn}}}"}]}
            """;
        string id = (await Dynamo.PutResourcePolicyAsync(new() { ResourceArn = arn, Policy = policy })).RevisionId;
        GetResourcePolicyResponse read = await Dynamo.GetResourcePolicyAsync(new() { ResourceArn = arn });
        Assert.Equal((policy.Trim(), id), (read.Policy, read.RevisionId));

        string table = arn[(arn.LastIndexOf('/') + 1)..];
        await FailsAsync<PolicyNotFoundException>(
            $"Resource-based policy not found for the provided ResourceArn: Requested update for policy with revision id 7, but the policy associated to target table {table} has revision id {id}.",
            () => Dynamo.DeleteResourcePolicyAsync(new() { ResourceArn = arn, ExpectedRevisionId = "7" }));
        Assert.Equal(id, (await Dynamo.DeleteResourcePolicyAsync(new() { ResourceArn = arn, ExpectedRevisionId = id })).RevisionId);
        await FailsAsync<PolicyNotFoundException>(
            $"Resource-based policy not found for the provided ResourceArn: {arn}",
            () => Dynamo.GetResourcePolicyAsync(new() { ResourceArn = arn }));
    }

    [Fact]
    public async Task ContributorInsights_AreEnabledListedAndDisabled()
    {
        string table = await NewTableAsync("pk:S sk:N");
        UpdateContributorInsightsResponse begun = await Dynamo.UpdateContributorInsightsAsync(
            new() { TableName = table, ContributorInsightsAction = ContributorInsightsAction.ENABLE });
        Assert.Equal(ContributorInsightsStatus.ENABLING, begun.ContributorInsightsStatus);
        DescribeContributorInsightsResponse described = await Dynamo.DescribeContributorInsightsAsync(new() { TableName = table });
        Assert.Equal((ContributorInsightsStatus.ENABLED, 4), (described.ContributorInsightsStatus, described.ContributorInsightsRuleList.Count));
        ContributorInsightsSummary summary = Assert.Single(
            (await Dynamo.ListContributorInsightsAsync(new() { TableName = table })).ContributorInsightsSummaries);
        Assert.Equal((table, ContributorInsightsMode.ACCESSED_AND_THROTTLED_KEYS), (summary.TableName, summary.ContributorInsightsMode));

        await Dynamo.UpdateContributorInsightsAsync(new() { TableName = table, ContributorInsightsAction = ContributorInsightsAction.DISABLE });
        Assert.Equal(
            ContributorInsightsStatus.DISABLED, (await Dynamo.DescribeContributorInsightsAsync(new() { TableName = table })).ContributorInsightsStatus);
        await FailsAsync<ResourceNotFoundException>(
            $"Requested resource not found: Index: ghost not found for table: {table}",
            () => Dynamo.DescribeContributorInsightsAsync(new() { TableName = table, IndexName = "ghost" }));
    }

    [Fact]
    public async Task KinesisDestination_PassesThroughItsStates()
    {
        string table = await NewTableAsync();
        const string Stream = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
        Assert.Equal(
            DestinationStatus.ENABLING,
            (await Dynamo.EnableKinesisStreamingDestinationAsync(new() { TableName = table, StreamArn = Stream })).DestinationStatus);
        await InvalidAsync(
            "Table is not in a valid state to enable Kinesis Streaming Destination: EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.",
            () => Dynamo.EnableKinesisStreamingDestinationAsync(new() { TableName = table, StreamArn = Stream }));
        await Dynamo.UpdateKinesisStreamingDestinationAsync(new()
        {
            TableName = table,
            StreamArn = Stream,
            UpdateKinesisStreamingConfiguration = new() { ApproximateCreationDateTimePrecision = ApproximateCreationDateTimePrecision.MICROSECOND },
        });
        KinesisDataStreamDestination active = Assert.Single(await DestinationsAsync(table));
        Assert.Equal(
            (Stream, DestinationStatus.ACTIVE, ApproximateCreationDateTimePrecision.MICROSECOND),
            (active.StreamArn, active.DestinationStatus, active.ApproximateCreationDateTimePrecision));

        await Dynamo.DisableKinesisStreamingDestinationAsync(new() { TableName = table, StreamArn = Stream });
        Assert.Equal(DestinationStatus.DISABLED, Assert.Single(await DestinationsAsync(table)).DestinationStatus);
    }

    private async Task<List<KinesisDataStreamDestination>> DestinationsAsync(string table) =>
        (await Dynamo.DescribeKinesisStreamingDestinationAsync(new() { TableName = table })).KinesisDataStreamDestinations;

    private async Task<string> NewArnAsync() => (await ActiveAsync(await NewTableAsync())).TableArn;
}
