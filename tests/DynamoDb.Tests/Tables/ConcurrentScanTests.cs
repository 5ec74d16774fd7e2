using System.Globalization;
using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Tables;

public sealed class ConcurrentScanTests
{
    private const int Untouched = 300;

    [Fact]
    public async Task ScanDuringWrites_SeesEveryUntouchedItemOnce()
    {
        var service = new Service();
        await service.CreateSimpleAsync();
        for (int i = 0; i < Untouched; i++) await service.AskAsync("PutItem", Put($"u{i}"));

        using var done = new CancellationTokenSource();
        Task writer = Task.Run(async () =>
        {
            for (int i = 0; !done.IsCancellationRequested; i++)
            {
                await service.AskAsync("PutItem", Put($"w{i}"));
                if (i >= 50) await service.AskAsync("DeleteItem", $$$$"""{"TableName":"tab","Key":{"pk":{"S":"w{{{{i - 50}}}}"}}}""");
            }
        });

        for (int round = 0; round < 5; round++)
        {
            List<string> seen = await ScanAsync(service);
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(Untouched, seen.Count(static pk => pk[0] == 'u'));
        }

        await done.CancelAsync();
        await writer;
    }

    private static string Put(string pk) => $$$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{{pk}}}}"}}}""";

    private static async Task<List<string>> ScanAsync(Service service)
    {
        List<string> seen = [];
        string start = "";
        do
        {
            string limit = 7.ToString(CultureInfo.InvariantCulture);
            JsonElement page = await service.AskJsonAsync("Scan", $$"""{"TableName":"tab","Limit":{{limit}}{{start}}}""");
            foreach (JsonElement item in page.GetProperty("Items").EnumerateArray()) seen.Add(item.GetProperty("pk").GetProperty("S").GetString()!);
            start = page.TryGetProperty("LastEvaluatedKey", out JsonElement key) ? $",\"ExclusiveStartKey\":{key.GetRawText()}" : "";
        }
        while (start.Length > 0);

        return seen;
    }
}
