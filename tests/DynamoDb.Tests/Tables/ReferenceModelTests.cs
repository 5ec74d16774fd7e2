using System.Globalization;
using System.Text.Json;
using RustStack.DynamoDb.Tests.Operations;

namespace RustStack.DynamoDb.Tests.Tables;

/// <summary>Random operations on a table with every kind of index, against a dictionary that is sorted when asked.</summary>
public sealed class ReferenceModelTests
{
    private const int Steps = 150;

    private static readonly string[] Partitions = ["a", "b", "c\\u0000", "é"];

    [Fact]
    public async Task RandomOperations_AgreeWithASimpleModel()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            var service = new Service();
            await service.CreateIndexedAsync();
            var model = new TableModel();
            var random = new Random(seed);
            for (int step = 0; step < Steps; step++)
            {
                await ChangeAsync(service, model, random);
                if (step % 10 == 9) await CompareAsync(service, model, random, $"seed {seed}, step {step}");
            }
        }
    }

    private static async Task ChangeAsync(Service service, TableModel model, Random random)
    {
        string pk = Partitions[random.Next(Partitions.Length)];
        int sk = random.Next(12);
        string key = $"{Text("pk", pk)},{Number("sk", sk)}";
        string? g = random.Next(3) switch { 0 => null, 1 => "G", _ => "H" };
        int? h = random.Next(3) == 0 ? null : random.Next(5);
        string x = new('x', random.Next(20));
        switch (random.Next(4))
        {
            case 0:
                await service.AskAsync("DeleteItem", $$$"""{"TableName":"tab","Key":{ {{{key}}} }}""");
                model.Remove(pk, sk);
                break;
            case 1:
                await service.AskAsync("UpdateItem", $$"""{"TableName":"tab","Key":{ {{key}} },{{Update(g, h, x)}}}""");
                model.Set(pk, sk, g, h, x);
                break;
            default:
                string attributes = (g is null ? "" : Text("g", g) + ",") + (h is null ? "" : Number("h", h.Value) + ",") + Text("x", x);
                await service.AskAsync("PutItem", $$$"""{"TableName":"tab","Item":{ {{{key}}},{{{attributes}}} }}""");
                model.Set(pk, sk, g, h, x);
                break;
        }
    }

    private static string Update(string? g, int? h, string x)
    {
        string set = "SET x = :x" + (g is null ? "" : ", g = :g") + (h is null ? "" : ", h = :h");
        string remove = (g, h) switch { (null, null) => " REMOVE g, h", (null, _) => " REMOVE g", (_, null) => " REMOVE h", _ => "" };
        string values = Text(":x", x) + (g is null ? "" : "," + Text(":g", g)) + (h is null ? "" : "," + Number(":h", h.Value));
        return $$"""  "UpdateExpression":"{{set}}{{remove}}","ExpressionAttributeValues":{ {{values}} }  """;
    }

    private static string Text(string name, string value) => $$"""  "{{name}}":{"S":"{{value}}"}  """;

    private static string Number(string name, int value) => $$"""  "{{name}}":{"N":"{{value}}.0"}  """;

    private static async Task CompareAsync(Service service, TableModel model, Random random, string place)
    {
        int? limit = random.Next(2) == 0 ? null : 1 + random.Next(5);
        bool forward = random.Next(2) == 0;
        string pk = Partitions[random.Next(Partitions.Length)];
        int low = random.Next(12);
        int high = low + random.Next(6);

        Same(place, model.All(), await PagesAsync(service, "Scan", "", limit), ordered: false);
        int total = 1 + random.Next(4);
        List<string> segments = [];
        for (int i = 0; i < total; i++) segments.AddRange(await PagesAsync(service, "Scan", $"\"Segment\":{i},\"TotalSegments\":{total},", limit));
        Same(place, model.All(), segments, ordered: false);

        string range = Key("pk = :p AND sk BETWEEN :l AND :h", $"{Text(":p", pk)},{Number(":l", low)},{Number(":h", high)}", forward);
        Same(place, model.Range(pk, low, high, forward), await PagesAsync(service, "Query", range, limit), ordered: true);

        string local = Key("pk = :p", Text(":p", pk), forward) + "\"IndexName\":\"lsi\",\"Select\":\"ALL_ATTRIBUTES\",";
        Same(place, model.Local(pk, forward), await PagesAsync(service, "Query", local, limit), ordered: false);

        string global = Key("g = :g AND h >= :h", $"{Text(":g", "G")},{Number(":h", low % 5)}", forward) + "\"IndexName\":\"all\",";
        Same(place, model.Global("G", low % 5), await PagesAsync(service, "Query", global, limit), ordered: false);
        Same(place, model.Indexed(), await PagesAsync(service, "Scan", "\"IndexName\":\"some\",", limit), ordered: false);

        JsonElement table = (await service.AskJsonAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table");
        Assert.True(table.GetProperty("ItemCount").GetInt64() == model.All().Count, place);
        Assert.True(table.GetProperty("TableSizeBytes").GetInt64() == model.SizeBytes, place);
    }

    private static string Key(string condition, string values, bool forward) =>
        $$"""
        "KeyConditionExpression":"{{condition}}","ExpressionAttributeValues":{ {{values}} },"ScanIndexForward":{{(forward ? "true" : "false")}},
        """;

    private static async Task<List<string>> PagesAsync(Service service, string operation, string parameters, int? limit)
    {
        List<string> items = [];
        string start = "";
        do
        {
            string limited = limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"\"Limit\":{limit},");
            JsonElement page = await service.AskJsonAsync(operation, $$"""{ {{parameters}}{{limited}}{{start}}"TableName":"tab"}""");
            foreach (JsonElement item in page.GetProperty("Items").EnumerateArray()) items.Add(TableModel.Show(item));
            Assert.True(limit is null || page.GetProperty("ScannedCount").GetInt32() <= limit);
            start = page.TryGetProperty("LastEvaluatedKey", out JsonElement key) ? $"\"ExclusiveStartKey\":{key.GetRawText()}," : "";
        }
        while (start.Length > 0);

        return items;
    }

    private static void Same(string place, List<string> expected, List<string> actual, bool ordered)
    {
        if (!ordered)
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        Assert.True(expected.SequenceEqual(actual), $"{place}: expected {string.Join(" | ", expected)} but was {string.Join(" | ", actual)}");
    }
}
