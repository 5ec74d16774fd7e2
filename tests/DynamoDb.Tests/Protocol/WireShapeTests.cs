using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Protocol.Json;
using RustStack.DynamoDb.Tests.Items;

namespace RustStack.DynamoDb.Tests.Protocol;

/// <summary>What answers look like: member names and forms as the service's model has them.</summary>
public sealed class WireShapeTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_421_866_952_062);

    public static TheoryData<string, string> Shapes => new()
    {
        { Json(new PutItemOutput().Write), "{}" },
        {
            Json(new CreateTableOutput
            {
                TableDescription = new()
                {
                    TableName = "abc",
                    KeySchema = [new() { AttributeName = "é\"<", KeyType = Generated.KeyType.Hash }],
                    TableStatus = TableStatus.Active,
                    CreationDateTime = Time,
                    ProvisionedThroughput = new() { ReadCapacityUnits = 1, NumberOfDecreasesToday = 0 },
                    TableSizeBytes = long.MaxValue,
                    DeletionProtectionEnabled = false,
                },
            }.Write),
            """{"TableDescription":{"TableName":"abc","KeySchema":[{"AttributeName":"é\"<","KeyType":"HASH"}],"TableStatus":"ACTIVE","CreationDateTime":1421866952.062,"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":1},"TableSizeBytes":9223372036854775807,"DeletionProtectionEnabled":false}}"""
        },
        {
            Json(new BatchGetItemOutput
            {
                Responses = new Dictionary<string, IReadOnlyList<DynamoDb.Items.Item>> { ["abc"] = [JsonCodec.Item("""{"a":{"N":"1.0"}}""")] },
                UnprocessedKeys = new Dictionary<string, KeysAndAttributes>(),
                ConsumedCapacity = [new() { TableName = "abc", CapacityUnits = 0.5 }],
            }.Write),
            """{"Responses":{"abc":[{"a":{"N":"1"}}]},"UnprocessedKeys":{},"ConsumedCapacity":[{"TableName":"abc","CapacityUnits":0.5}]}"""
        },
        {
            Json(new ItemCollectionMetrics { ItemCollectionKey = JsonCodec.Item("""{"a":{"S":"x"}}"""), SizeEstimateRangeGB = [0, 1] }.Write),
            """{"ItemCollectionKey":{"a":{"S":"x"}},"SizeEstimateRangeGB":[0,1]}"""
        },
        {
            Json(new GetRecordsOutput
            {
                Records =
                [
                    new()
                    {
                        EventID = "1",
                        EventName = OperationType.Insert,
                        AwsRegion = "us-east-1",
                        Dynamodb = new() { ApproximateCreationDateTime = DateTimeOffset.FromUnixTimeSeconds(1_421_866_952), SizeBytes = 7 },
                    },
                ],
            }.Write),
            """{"Records":[{"eventID":"1","eventName":"INSERT","awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1421866952,"SizeBytes":7}}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Output_IsWrittenAsTheModelNamesIt(string json, string expected) => Assert.Equal(expected, json);

    [Fact]
    public void Input_IsReadWithEveryKindOfMember()
    {
        ExportTableToPointInTimeInput export = JsonBody.Read(
            """{"TableArn":"arn:aws:dynamodb:us-east-1:000000000000:table/abc","ExportTime":1421866952.062,"S3Bucket":"bkt"}"""u8, ExportTableToPointInTimeInput.Read);
        Assert.Equal(Time, export.ExportTime);
        Assert.Equal("bkt", export.S3Bucket);

        BatchWriteItemInput write = JsonBody.Read(
            """{"RequestItems":{"abc":[{"PutRequest":{"Item":{"a":{"S":"x"}}}},{"DeleteRequest":{"Key":{"a":{"S":"y"}}}}]}}"""u8, BatchWriteItemInput.Read);
        Assert.Equal("""{"a":{"S":"x"}}""", JsonCodec.Text(write.RequestItems["abc"][0].PutRequest!.Item!));
        Assert.Equal("""{"a":{"S":"y"}}""", JsonCodec.Text(write.RequestItems["abc"][1].DeleteRequest!.Key!));
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
