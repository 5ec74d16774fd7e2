using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using RustStack.DynamoDb.Tests.Operations;
using RustStack.DynamoDb.Tests.Streams;

namespace RustStack.Storage.Sqlite.Tests.Tables;

/// <summary>Random operations on a service that saves and on one that does not: after each restart both show the same.</summary>
public sealed class TwinTests
{
    private const int Restarts = 4;
    private const int Steps = 60;

    private static readonly string[] Names = ["tab", "other", "third"];

    [Fact]
    public async Task RandomOperations_AfterRestarts_AreThoseOfATwinInMemory()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            using TemporaryDirectory directory = new();
            Service twin = new();
            Random random = new(seed);
            for (int restart = 0; restart < Restarts; restart++)
            {
                using StateDirectory state = StateDirectory.Open(new(directory.Path, SurvivesPowerLoss: false), TimeProvider.System, NullLogger.Instance);
                Service service = new(new(SkipSignatureValidation: true), state.Tables) { Time = twin.Time };
                await CompareAsync(twin, service, $"seed {seed}, restart {restart}");
                for (int step = 0; step < Steps; step++) await ChangeAsync(twin, service, random, $"seed {seed}, restart {restart}, step {step}");
                await CompareAsync(twin, service, $"seed {seed}, before restart {restart + 1}");
                await service.StopAsync();
            }
        }
    }

    private static async Task ChangeAsync(Service twin, Service service, Random random, string place)
    {
        (string operation, string json) = Choose(random);
        (int Status, string Body) expected = await twin.SendAsync(operation, json);
        (int Status, string Body) actual = await service.SendAsync(operation, json);
        Assert.True(expected.Status == actual.Status && Normal(expected.Body) == Normal(actual.Body), $"{place}: {operation} {json}\n{expected}\n{actual}");
    }

    private static (string Operation, string Json) Choose(Random random)
    {
        string table = Names[random.Next(Names.Length)];
        string key = $$$"""{"pk":{"S":"p{{{random.Next(4)}}}"},"sk":{"N":"{{{random.Next(8)}}}"}}""";
        string item = $$$"""{{{key[..^1]}}},"g":{"S":"g{{{random.Next(3)}}}"},"h":{"N":"{{{random.Next(5)}}}"},"x":{"S":"{{{new string('x', random.Next(30))}}}"}}""";
        return random.Next(25) switch
        {
            0 => ("DeleteTable", $$"""{"TableName":"{{table}}"}"""),
            1 or 2 or 3 => ("CreateTable", CreateTable(table, random)),
            4 or 24 => ("UpdateTable", UpdateTable(table, random)),
            5 => ("UpdateTimeToLive", $$$"""{"TableName":"{{{table}}}","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":{{{(random.Next(2) == 0 ? "true" : "false")}}}}}"""),
            6 => ("TagResource", $$"""{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/{{table}}","Tags":[{"Key":"k{{random.Next(3)}}","Value":"v"}]}"""),
            7 => ("UntagResource", $$"""{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/{{table}}","TagKeys":["k{{random.Next(3)}}"]}"""),
            8 => ("UpdateContinuousBackups", $$$"""{"TableName":"{{{table}}}","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}"""),
            9 or 10 => ("DeleteItem", $$"""{"TableName":"{{table}}","Key":{{key}},"ReturnValues":"ALL_OLD"}"""),
            11 or 12 => ("UpdateItem", $$$"""{"TableName":"{{{table}}}","Key":{{{key}}},"UpdateExpression":"ADD n :n REMOVE x","ExpressionAttributeValues":{":n":{"N":"1"}},"ReturnValues":"ALL_NEW"}"""),
            13 or 14 => ("TransactWriteItems", $$$$"""{"ClientRequestToken":"token{{{{random.Next(20)}}}}","TransactItems":[{"Put":{"TableName":"{{{{table}}}}","Item":{{{{item}}}} }},{"Delete":{"TableName":"{{{{Names[0]}}}}","Key":{"pk":{"S":"q"},"sk":{"N":"1"}} }}]}"""),
            15 => ("BatchWriteItem", $$$$"""{"RequestItems":{"{{{{table}}}}":[{"PutRequest":{"Item":{{{{item}}}} }},{"DeleteRequest":{"Key":{"pk":{"S":"q"},"sk":{"N":"2"}} }}]}}"""),
            _ => ("PutItem", $$"""{"TableName":"{{table}}","Item":{{item}},"ReturnValues":"ALL_OLD"}"""),
        };
    }

    private static string CreateTable(string table, Random random) => $$$"""
        {"TableName":"{{{table}}}",{{{(random.Next(2) == 0 ? "\"BillingMode\":\"PAY_PER_REQUEST\"" : "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":5,\"WriteCapacityUnits\":6}")}}},
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"h","AttributeType":"N"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "LocalSecondaryIndexes":[{"IndexName":"lsi","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"h","KeyType":"RANGE"}],
           "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}],
         "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"SSESpecification":{"Enabled":true},"TableClass":"STANDARD_INFREQUENT_ACCESS",
         "Tags":[{"Key":"k0","Value":"first"}]}
        """;

    private static string UpdateTable(string table, Random random) => random.Next(4) switch
    {
        0 => $$$$"""{"TableName":"{{{{table}}}}","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"gsi","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}}]}""",
        1 => $$$$"""{"TableName":"{{{{table}}}}","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"gsi"}}]}""",
        2 => $$$"""{"TableName":"{{{table}}}","StreamSpecification":{"StreamEnabled":false}}""",
        _ => $$$"""{"TableName":"{{{table}}}","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""",
    };

    private static async Task CompareAsync(Service twin, Service service, string place)
    {
        foreach (string table in Names)
        {
            foreach ((string operation, string json) in Questions(table))
            {
                string expected = Normal((await twin.SendAsync(operation, json)).Body);
                string actual = Normal((await service.SendAsync(operation, json)).Body);
                Assert.True(expected == actual, $"{place}: {operation} {json}\n{expected}\n{actual}");
            }
        }

        Assert.Equal(await RecordsAsync(twin), await RecordsAsync(service));
    }

    // The numbers of a stream may have gaps after a restart; the rest is the same.
    private static async Task<List<string>> RecordsAsync(Service service)
    {
        StreamClient client = new(service);
        List<string> records = [];
        foreach (JsonElement stream in (await service.AskJsonAsync("ListStreams", "{}")).GetProperty("Streams").EnumerateArray())
        {
            string arn = stream.GetProperty("StreamArn").GetString()!;
            records.Add($"{arn} {(await client.DescribeAsync(arn)).GetProperty("StreamStatus")}");
            foreach (JsonElement record in await client.ReadAsync(arn))
            {
                JsonNode copy = JsonNode.Parse(record.GetRawText())!;
                copy["eventID"] = "";
                copy["dynamodb"]!["SequenceNumber"] = "";
                records.Add(copy.ToJsonString());
            }
        }

        return records;
    }

    private static IEnumerable<(string Operation, string Json)> Questions(string table)
    {
        yield return ("DescribeTable", $$"""{"TableName":"{{table}}"}""");
        yield return ("DescribeTimeToLive", $$"""{"TableName":"{{table}}"}""");
        yield return ("DescribeContinuousBackups", $$"""{"TableName":"{{table}}"}""");
        yield return ("ListTagsOfResource", $$"""{"ResourceArn":"arn:aws:dynamodb:us-east-1:000000000000:table/{{table}}"}""");
        yield return ("Scan", $$"""{"TableName":"{{table}}"}""");
        yield return ("Scan", $$"""{"TableName":"{{table}}","IndexName":"lsi"}""");
        yield return ("Scan", $$"""{"TableName":"{{table}}","IndexName":"gsi","ReturnConsumedCapacity":"INDEXES"}""");
    }

    // Ids are each service's own.
    private static string Normal(string body)
    {
        if (body.Length == 0) return body;
        JsonNode document = JsonNode.Parse(body)!;
        foreach (string name in (string[])["Table", "TableDescription"])
        {
            if (document[name] is JsonObject table) table["TableId"] = "";
        }

        return document.ToJsonString();
    }
}
