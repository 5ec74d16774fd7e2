using System.Globalization;
using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Transactions;

/// <summary>Money moves between accounts in two tables, in transactions: the sum is the same to everybody at every time.</summary>
public sealed class ConcurrentTransactionTests
{
    private const int Accounts = 8;
    private const int Balance = 100;

    private readonly Service _service = new();

    [Fact]
    public async Task TransactionalReaders_SeeAllOrNothing()
    {
        await OpenAccountsAsync();
        using var done = new CancellationTokenSource();
        Task[] writers = [.. Enumerable.Range(0, 8).Select(writer => Task.Run(() => TransferAsync(new Random(writer), done.Token)))];
        string read = $"{{\"TransactItems\":[{string.Join(',', Enumerable.Range(0, Accounts).Select(Get))}]}}";
        for (int i = 0; i < 200; i++)
        {
            JsonElement answer = await _service.AskJsonAsync("TransactGetItems", read);
            Assert.Equal(Accounts * Balance, answer.GetProperty("Responses").EnumerateArray().Sum(static item => BalanceOf(item.GetProperty("Item"))));
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
    }

    [Fact]
    public async Task ConcurrentIncrements_AreDoneOnceEachOrCancelled()
    {
        await OpenAccountsAsync();
        int done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 64), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (client, _) =>
        {
            for (int i = 0; i < 20; i++)
            {
                // Half of them with a transaction, half with a write by itself.
                (int status, string body) = client % 2 == 0
                    ? await _service.SendAsync("TransactWriteItems", $$"""{"TransactItems":[{{Add(0, 1)}},{{Add(1, 1)}}]}""")
                    : await _service.SendAsync("UpdateItem", Add(0, 1)["{\"Update\":".Length..^1]);
                if (status == 200) Interlocked.Increment(ref done);
                else Assert.Contains("TransactionConflict", body, StringComparison.Ordinal);
                await Task.Yield();
            }
        });
        JsonElement account = await _service.AskJsonAsync("GetItem", $$$$$$$"""{"TableName":"even","Key":{"pk":{"S":"0"}}}""");
        Assert.Equal(Balance + done, BalanceOf(account.GetProperty("Item")));
    }

    [Fact]
    public async Task OneTokenFromManyClients_IsDoneOnce()
    {
        await OpenAccountsAsync();
        string request = $$"""{"ClientRequestToken":"once","TransactItems":[{{Add(0, 1)}},{{Add(1, 1)}}]}""";
        await Parallel.ForEachAsync(Enumerable.Range(0, 64), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, _) =>
        {
            (int status, string body) = await _service.SendAsync("TransactWriteItems", request);
            Assert.True(status == 200 || body.Contains("TransactionInProgressException", StringComparison.Ordinal), body);
        });
        JsonElement account = await _service.AskJsonAsync("GetItem", """{"TableName":"even","Key":{"pk":{"S":"0"}}}""");
        Assert.Equal(Balance + 1, BalanceOf(account.GetProperty("Item")));
    }

    private async Task OpenAccountsAsync()
    {
        await _service.CreateSimpleAsync("even");
        await _service.CreateSimpleAsync("odd");
        for (int i = 0; i < Accounts; i++)
            await _service.AskAsync("PutItem", $$$$$$$"""{"TableName":"{{{{{{{Table(i)}}}}}}}","Item":{"pk":{"S":"{{{{{{{i}}}}}}}"},"n":{"N":"{{{{{{{Balance}}}}}}}"}}}""");
    }

    private async Task TransferAsync(Random random, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            int from = random.Next(Accounts);
            int to = (from + 1 + random.Next(Accounts - 1)) % Accounts;
            (int status, string body) = await _service.SendAsync("TransactWriteItems", $$"""{"TransactItems":[{{Add(from, -1)}},{{Add(to, 1)}}]}""");
            if (status != 200) Assert.Contains("TransactionConflict", body, StringComparison.Ordinal);
        }
    }

    private static string Table(int account) => account % 2 == 0 ? "even" : "odd";

    private static string Add(int account, int amount) => $$$$$$$"""
        {"Update":{"TableName":"{{{{{{{Table(account)}}}}}}}","Key":{"pk":{"S":"{{{{{{{account}}}}}}}"}},"UpdateExpression":"ADD n :v","ExpressionAttributeValues":{":v":{"N":"{{{{{{{amount}}}}}}}"}}}}
        """;

    private static string Get(int account) => $$$$$$$"""{"Get":{"TableName":"{{{{{{{Table(account)}}}}}}}","Key":{"pk":{"S":"{{{{{{{account}}}}}}}"}}}}""";

    private static int BalanceOf(JsonElement item) =>
        int.Parse(item.GetProperty("n").GetProperty("N").GetString()!, CultureInfo.InvariantCulture);
}
