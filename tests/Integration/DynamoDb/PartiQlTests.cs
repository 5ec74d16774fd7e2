using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class PartiQlTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task Statements_InsertSelectUpdateAndDelete()
    {
        string table = await NewTableAsync("pk:S sk:N");
        await RunAsync($"INSERT INTO \"{table}\" VALUE {{'pk': 'a', 'sk': 1, 'tags': <<'x'>>, 'm': {{'k': [1, 2]}}}}");

        ExecuteStatementResponse updated = await RunAsync(
            $"UPDATE \"{table}\" SET tags = set_add(tags, <<'y'>>) SET m.k = list_append(m.k, ?) WHERE pk = ? AND sk = ? RETURNING ALL NEW *",
            new AttributeValue { L = [N("3")] },
            S("a"),
            N("1"));

        Assert.Equal(["{m: {k: L [N 1, N 2, N 3]}, pk: S a, sk: N 1, tags: SS [x, y]}"], updated.Items.Select(Text));
        ExecuteStatementResponse selected = await RunAsync($"SELECT m.k[0], tags FROM \"{table}\" WHERE pk = 'a' AND sk = 1");
        Assert.Equal(["{k[0]: N 1, tags: SS [x, y]}"], selected.Items.Select(Text));
        ExecuteStatementResponse deleted = await RunAsync($"DELETE FROM \"{table}\" WHERE pk = 'a' AND sk = 1 RETURNING ALL OLD *");
        Assert.Single(deleted.Items);
        Assert.Empty((await RunAsync($"SELECT * FROM \"{table}\"")).Items ?? []);
    }

    [Fact]
    public async Task Select_ContinuesWithNextToken()
    {
        string table = await NewTableAsync("pk:S sk:N");
        for (int i = 0; i < 5; i++) await PutAsync(table, Item(("pk", "a"), ("sk", i)));
        var request = new ExecuteStatementRequest { Statement = $"SELECT sk FROM \"{table}\" WHERE pk = 'a' ORDER BY sk DESC", Limit = 2 };

        List<string> pages = [];
        do
        {
            ExecuteStatementResponse page = await Dynamo.ExecuteStatementAsync(request);
            pages.Add(string.Join(' ', page.Items.Select(static item => item["sk"].N)));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        Assert.Equal(["4 3", "2 1", "0"], pages);
    }

    [Fact]
    public async Task Errors_AreThoseOfTheModel()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "a"), ("n", 1)));

        await FailsAsync<DuplicateItemException>(
            "Duplicate primary key exists in table", () => RunAsync($"INSERT INTO \"{table}\" VALUE {{'pk': 'a'}}"));
        await FailsAsync<ResourceNotFoundException>("Requested resource not found", () => RunAsync("SELECT * FROM \"no-such-table\""));
        await InvalidAsync(
            "Statement wasn't well formed, can't be processed: Expected data manipulation",
            () => RunAsync($"UPDATE my-{table} SET n = 2 WHERE pk = 'a'"));
        ConditionalCheckFailedException failed = await FailsAsync<ConditionalCheckFailedException>(
            "The conditional request failed",
            () => Dynamo.ExecuteStatementAsync(new ExecuteStatementRequest
            {
                Statement = $"UPDATE \"{table}\" SET n = 2 WHERE pk = 'a' AND n = 5",
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            }));
        Assert.Equal("{n: N 1, pk: S a}", Text(failed.Item));
    }

    [Fact]
    public async Task Batch_AnswersStatementByStatement()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "a")));

        BatchExecuteStatementResponse response = await Dynamo.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements =
            [
                new() { Statement = $"INSERT INTO \"{table}\" VALUE {{'pk': ?}}", Parameters = [S("b")] },
                new() { Statement = $"INSERT INTO \"{table}\" VALUE {{'pk': 'a'}}" },
            ],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });

        Assert.Null(response.Responses[0].Error);
        Assert.Equal(
            (BatchStatementErrorCodeEnum.DuplicateItem, "Duplicate primary key exists in table"),
            (response.Responses[1].Error.Code, response.Responses[1].Error.Message));
        Assert.Equal([(table, 1d)], response.ConsumedCapacity.Select(static capacity => (capacity.TableName, capacity.CapacityUnits!.Value)));
        BatchExecuteStatementResponse read = await Dynamo.BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements = [new() { Statement = $"SELECT * FROM \"{table}\" WHERE pk = 'b'", ConsistentRead = true }],
        });
        Assert.Equal((table, "{pk: S b}"), (read.Responses[0].TableName, Text(read.Responses[0].Item)));
    }

    [Fact]
    public async Task Transaction_HappensOnceOrNotAtAll()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "a"), ("n", 1)));
        var request = new ExecuteTransactionRequest
        {
            ClientRequestToken = "once",
            TransactStatements =
            [
                new() { Statement = $"EXISTS(SELECT * FROM \"{table}\" WHERE pk = 'c' AND n IS MISSING)" },
                new() { Statement = $"UPDATE \"{table}\" SET n = n + 1 WHERE pk = 'a'" },
            ],
        };

        await Dynamo.ExecuteTransactionAsync(request);
        await Dynamo.ExecuteTransactionAsync(request);

        ExecuteTransactionResponse read = await Dynamo.ExecuteTransactionAsync(new ExecuteTransactionRequest
        {
            TransactStatements = [new() { Statement = $"SELECT n FROM \"{table}\" WHERE pk = 'a'" }],
        });
        Assert.Equal(["{n: N 2}"], read.Responses.Select(static response => Text(response.Item)));
        TransactionCanceledException cancelled = await FailsAsync<TransactionCanceledException>(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [DuplicateItem, None]",
            () => Dynamo.ExecuteTransactionAsync(new ExecuteTransactionRequest
            {
                TransactStatements =
                [
                    new() { Statement = $"INSERT INTO \"{table}\" VALUE {{'pk': 'a'}}" },
                    new() { Statement = $"DELETE FROM \"{table}\" WHERE pk = 'none'" },
                ],
            }));
        Assert.Equal(["DuplicateItem", "None"], cancelled.CancellationReasons.Select(static reason => reason.Code));
    }

    private Task<ExecuteStatementResponse> RunAsync(string statement, params AttributeValue[] parameters) =>
        Dynamo.ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = statement,
            Parameters = parameters.Length == 0 ? null : [.. parameters],
        });
}
