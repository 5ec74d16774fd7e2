using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class TransactionTests(RunningInstance instance) : DynamoDbTest(instance)
{
    private const string CancelledFor = "Transaction cancelled, please refer cancellation reasons for specific reasons ";

    [Fact]
    public async Task Writes_HappenTogetherInSeveralTables()
    {
        string first = await NewTableAsync();
        string second = await NewTableAsync("pk:S sk:N");
        await PutAsync(first, Item(("pk", "gone")), Item(("pk", "counted"), ("n", 1)));

        TransactWriteItemsResponse response = await Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Put = new() { TableName = second, Item = Item(("pk", "a"), ("sk", 1), ("v", "x")) } },
                new() { Delete = new() { TableName = first, Key = Item(("pk", "gone")) } },
                new()
                {
                    Update = new()
                    {
                        TableName = first,
                        Key = Item(("pk", "counted")),
                        UpdateExpression = "ADD n :one",
                        ExpressionAttributeValues = Item((":one", 1)),
                    },
                },
                new() { ConditionCheck = new() { TableName = second, Key = Item(("pk", "a"), ("sk", 2)), ConditionExpression = "attribute_not_exists(pk)" } },
            ],
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });

        Assert.Equal(
            [(second, 4.0, 4.0), (first, 4.0, 4.0)],
            response.ConsumedCapacity.Select(static c => (c.TableName, c.CapacityUnits!.Value, c.WriteCapacityUnits!.Value)));
        TransactGetItemsResponse read = await Dynamo.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            TransactItems =
            [
                new() { Get = new() { TableName = first, Key = Item(("pk", "counted")) } },
                new() { Get = new() { TableName = first, Key = Item(("pk", "gone")) } },
                new() { Get = new() { TableName = second, Key = Item(("pk", "a"), ("sk", 1)), ProjectionExpression = "v" } },
            ],
        });
        Assert.Equal(["{n: N 2, pk: S counted}", "", "{v: S x}"], read.Responses.Select(static response => Text(response.Item)));
    }

    [Fact]
    public async Task FailedCondition_CancelsAndShowsReasonsInOrder()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "there"), ("n", 5)));

        TransactionCanceledException error = await FailsAsync<TransactionCanceledException>(
            CancelledFor + "[None, ConditionalCheckFailed, ValidationError]",
            () => Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Put = new() { TableName = table, Item = Item(("pk", "new")) } },
                    new()
                    {
                        Put = new()
                        {
                            TableName = table,
                            Item = Item(("pk", "there")),
                            ConditionExpression = "attribute_not_exists(pk)",
                            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                        },
                    },
                    new() { Update = new() { TableName = table, Key = Item(("pk", "other")), UpdateExpression = "SET a = b" } },
                ],
            }));

        Assert.Equal(
            [
                ("None", "", ""),
                ("ConditionalCheckFailed", "The conditional request failed", "{n: N 5, pk: S there}"),
                ("ValidationError", "The provided expression refers to an attribute that does not exist in the item", ""),
            ],
            error.CancellationReasons.Select(static reason => (reason.Code, reason.Message ?? "", Text(reason.Item))));
        Assert.Equal(1, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    [Fact]
    public async Task SameItemTwice_IsRefused()
    {
        string table = await NewTableAsync();
        await InvalidAsync(
            "Transaction request cannot include multiple operations on one item",
            () => Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new() { Put = new() { TableName = table, Item = Item(("pk", "a")) } },
                    new() { ConditionCheck = new() { TableName = table, Key = Item(("pk", "a")), ConditionExpression = "attribute_exists(pk)" } },
                ],
            }));
    }

    [Fact]
    public async Task Token_MakesARetryHarmlessAndAnotherRequestAnError()
    {
        string table = await NewTableAsync();
        TransactWriteItemsRequest Request(int by) => new()
        {
            ClientRequestToken = table,
            TransactItems =
            [
                new()
                {
                    Update = new()
                    {
                        TableName = table,
                        Key = Item(("pk", "n")),
                        UpdateExpression = "ADD n :by",
                        ExpressionAttributeValues = Item((":by", by)),
                    },
                },
            ],
        };

        await Dynamo.TransactWriteItemsAsync(Request(1));
        await Dynamo.TransactWriteItemsAsync(Request(1));
        IdempotentParameterMismatchException error =
            await Assert.ThrowsAsync<IdempotentParameterMismatchException>(() => Dynamo.TransactWriteItemsAsync(Request(2)));

        Assert.Equal(400, (int)error.StatusCode);
        Assert.Equal("{n: N 1, pk: S n}", Text((await Dynamo.GetItemAsync(table, Item(("pk", "n")))).Item));
    }

    [Fact]
    public async Task SixtyFourClients_LoseNoConditionalIncrement()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "n"), ("n", 0)));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => IncrementAsync(table)));

        Assert.Equal("{n: N 64, pk: S n}", Text((await Dynamo.GetItemAsync(table, Item(("pk", "n")))).Item));
    }

    [Fact]
    public async Task ConcurrentTransfers_AreSeenWholeOrNotAtAll()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "a"), ("n", 1000)), Item(("pk", "b"), ("n", 1000)));
        Task[] writers = [.. Enumerable.Range(0, 16).Select(_ => TransferAsync(table))];

        for (int i = 0; i < 50; i++)
        {
            TransactGetItemsResponse read = await Dynamo.TransactGetItemsAsync(new TransactGetItemsRequest
            {
                TransactItems = [.. new[] { "a", "b" }.Select(pk => new TransactGetItem { Get = new() { TableName = table, Key = Item(("pk", pk)) } })],
            });
            Assert.Equal(2000, read.Responses.Sum(static response => int.Parse(response.Item["n"].N, CultureInfo.InvariantCulture)));
        }

        await Task.WhenAll(writers);
    }

    private async Task TransferAsync(string table)
    {
        for (int i = 0; i < 20; i++)
        {
            try
            {
                await Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = [Add(table, "a", -1), Add(table, "b", 1)] });
            }
            catch (TransactionCanceledException error)
            {
                Assert.Equal(CancelledFor + "[TransactionConflict, TransactionConflict]", error.Message);
            }
        }
    }

    private static TransactWriteItem Add(string table, string pk, int amount) => new()
    {
        Update = new()
        {
            TableName = table,
            Key = Item(("pk", pk)),
            UpdateExpression = "ADD n :v",
            ExpressionAttributeValues = Item((":v", amount)),
        },
    };

    private async Task IncrementAsync(string table)
    {
        while (true)
        {
            string n = (await Dynamo.GetItemAsync(table, Item(("pk", "n")), consistentRead: true)).Item["n"].N;
            try
            {
                await Dynamo.UpdateItemAsync(new UpdateItemRequest
                {
                    TableName = table,
                    Key = Item(("pk", "n")),
                    UpdateExpression = "SET n = n + :one",
                    ConditionExpression = "n = :n",
                    ExpressionAttributeValues = Item((":one", 1), (":n", N(n))),
                });
                return;
            }
            catch (ConditionalCheckFailedException)
            {
                // Another client was faster; look again.
            }
        }
    }
}
