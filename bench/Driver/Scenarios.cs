using System.Globalization;
using System.Text;

namespace RustStack.Bench.Driver;

/// <summary>The kinds of requests that are measured, with their budgets.</summary>
internal static class Scenarios
{
    private const int Items = 10_000;
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;
    private const int PartBytes = 16 * MiB;
    private const int LargeParts = 64;

    private static readonly string Value = new('v', 1000);

    public static IReadOnlyList<Scenario> All { get; } = [.. DynamoDb(), .. S3()];

    /// <summary>Makes tables and buckets, and fills them.</summary>
    public static async Task SeedAsync(Server server)
    {
        foreach (string table in (string[])["bench", "indexed", "counters"]) await server.DynamoAsync("CreateTable", Table(table, table == "indexed"));
        await server.DynamoAsync("CreateTable", """
            {"TableName":"sorted","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}
            """);
        await server.DynamoAsync("CreateTable", Table("scanned", hasIndex: false));
        for (int start = 0; start < Items; start += 25) await PutBatchAsync(server, "bench", start, 25, Item);
        for (int start = 0; start < 1000; start += 25) await PutBatchAsync(server, "scanned", start, 25, static i => Item(i));
        for (int start = 0; start < 1000; start += 25)
            await PutBatchAsync(server, "sorted", start, 25, static i => $$$"""{"pk":{"S":"p{{{i / 100}}}"},"sk":{"N":"{{{i % 100}}}"},"v":{"S":"{{{Value}}}"} }""");
        await server.S3Async(HttpMethod.Put, "/bench");
        await server.S3Async(HttpMethod.Put, "/listed");
        for (int i = 0; i < 100; i++) await server.S3Async(HttpMethod.Put, $"/bench/small-{i}", Bytes(KiB));
        for (int i = 0; i < 10; i++) await server.S3Async(HttpMethod.Put, $"/bench/mega-{i}", Bytes(MiB));
        await Parallel.ForAsync(0, Items, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await server.S3Async(HttpMethod.Put, $"/listed/key-{i:d6}", Bytes(10)));
    }

    /// <summary>Makes an object of 1 GiB.</summary>
    public static async Task SeedLargeAsync(Server server)
    {
        string id = Between(Encoding.UTF8.GetString(await server.S3Async(HttpMethod.Post, "/bench/giga?uploads")), "<UploadId>", "</UploadId>");
        StringBuilder parts = new("<CompleteMultipartUpload>");
        byte[] part = new byte[PartBytes];
        string etag = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(part));
        for (int i = 1; i <= LargeParts; i++)
        {
            await server.S3Async(HttpMethod.Put, $"/bench/giga?partNumber={i}&uploadId={id}", new ByteArrayContent(part));
            parts.Append(CultureInfo.InvariantCulture, $"<Part><PartNumber>{i}</PartNumber><ETag>{etag}</ETag></Part>");
        }

        await server.S3Async(HttpMethod.Post, $"/bench/giga?uploadId={id}", new StringContent(parts.Append("</CompleteMultipartUpload>").ToString()));
    }

    /// <summary>Puts items in one batch.</summary>
    public static Task PutBatchAsync(Server server, string table, int start, int count, Func<int, string> item)
    {
        IEnumerable<string> puts = Enumerable.Range(start, count).Select(i => $$$"""{"PutRequest":{"Item":{{{item(i)}}} } }""");
        return server.DynamoAsync("BatchWriteItem", $$$"""{"RequestItems":{"{{{table}}}":[{{{string.Join(',', puts)}}}]} }""");
    }

    /// <summary>An item of 1 KB.</summary>
    public static string Item(int i) => $$$"""{"pk":{"S":"k{{{i}}}"},"n":{"N":"{{{i}}}"},"v":{"S":"{{{Value}}}"} }""";

    /// <summary>The definition of a table with one string key.</summary>
    public static string Table(string name, bool hasIndex) => hasIndex
        ? $$"""
            {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"n","AttributeType":"N"}],
             "GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"n","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"} }]}
            """
        : $$"""
            {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}
            """;

    private static IEnumerable<Scenario> DynamoDb()
    {
        string item = Item(0).Replace("k0", "k@", StringComparison.Ordinal);
        yield return Dynamo("PutItem 1 KB", "PutItem", $$"""{"TableName":"bench","Item":{{item}} }""", 1.6);
        yield return Dynamo("GetItem 1 KB", "GetItem", """{"TableName":"bench","Key":{"pk":{"S":"k@"}}}""", 1.3);
        yield return Dynamo(
            "UpdateItem SET n = n + 1, conditional",
            "UpdateItem",
            """{"TableName":"bench","Key":{"pk":{"S":"k@"}},"UpdateExpression":"SET n = n + :one","ConditionExpression":"attribute_exists(pk)","ExpressionAttributeValues":{":one":{"N":"1"}}}""",
            2.0);
        yield return Dynamo("Query 20 of 100", "Query", """{"TableName":"sorted","KeyConditionExpression":"pk = :p","Limit":20,"ExpressionAttributeValues":{":p":{"S":"p@"}}}""", 2.0, 10);
        yield return Dynamo("Scan 1,000 with a filter", "Scan", """{"TableName":"scanned","FilterExpression":"n = :n","ExpressionAttributeValues":{":n":{"N":"@"}}}""", null, 1000) with { MostMicroseconds = 1000 };
        yield return Dynamo("BatchWriteItem 25", "BatchWriteItem", $$$"""{"RequestItems":{"bench":[{{{string.Join(',', Enumerable.Range(0, 25).Select(i => $$$$"""{"PutRequest":{"Item":{"pk":{"S":"b{{{{i}}}}-@"},"v":{"S":"{{{{Value}}}}"} } } }"""))}}}]} }""", 4.0, 400);
        yield return Dynamo("TransactWriteItems 4", "TransactWriteItems", $$$"""{"TransactItems":[{{{string.Join(',', Enumerable.Range(0, 4).Select(i => $$$$"""{"Put":{"TableName":"bench","Item":{"pk":{"S":"t{{{{i}}}}-@"},"v":{"S":"{{{{Value}}}}"} } } }"""))}}}]}""", 3.0, 2500);
        yield return Dynamo("PutItem 1 KB with a GSI", "PutItem", $$"""{"TableName":"indexed","Item":{{item}} }""", null);
    }

    private static IEnumerable<Scenario> S3()
    {
        yield return Object("S3 PUT 1 KiB", "PUT", "/bench/put-@", 1000, 1.5, KiB);
        yield return Object("S3 GET 1 KiB", "GET", "/bench/small-@", 100, 1.3);
        yield return Object("S3 HEAD 1 KiB", "HEAD", "/bench/small-@", 100, 1.3);
        yield return Object("S3 PUT 1 MiB", "PUT", "/bench/large-@", 10, 1.15, MiB) with { Connections = 4 };
        yield return Object("S3 GET 1 MiB", "GET", "/bench/mega-@", 10, 1.1) with { Connections = 4 };
        yield return Object("S3 GET 1 MiB of 1 GiB", "GET", "/bench/giga", 1, null) with
        {
            Connections = 4,
            Script = Scripts.S3("GET", "/bench/giga", 1, range: $"bytes={500 * MiB}-{(501 * MiB) - 1}"),
            Sample = static server => server.S3Async(HttpMethod.Get, "/bench/giga", range: $"bytes={500 * MiB}-{(501 * MiB) - 1}"),
            Prepare = SeedLargeAsync,
        };
        yield return Object("S3 ListObjectsV2 1,000 of 10,000", "GET", "/listed?list-type=2", 1, null) with { MostMicroseconds = 400, Connections = 4 };
    }

    private static Scenario Dynamo(string name, string operation, string body, double? mostRatio, int keys = Items)
    {
        string sample = body.Replace("@", "1", StringComparison.Ordinal);
        return new(name, Scripts.Dynamo(operation, body, keys), server => server.DynamoAsync(operation, sample)) { BodyBytes = sample.Length, MostRatio = mostRatio };
    }

    private static Scenario Object(string name, string method, string path, int keys, double? mostRatio, int bodyBytes = 0) => new(
        name,
        Scripts.S3(method, path, keys, bodyBytes),
        server => server.S3Async(new(method), path.Replace("@", "1", StringComparison.Ordinal), bodyBytes == 0 ? null : Bytes(bodyBytes)))
    {
        Method = method,
        Path = path,
        Keys = keys,
        BodyBytes = bodyBytes,
        IsHashed = bodyBytes > 0,
        MostRatio = mostRatio,
    };

    private static ByteArrayContent Bytes(int length) => new(new byte[length]);

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
