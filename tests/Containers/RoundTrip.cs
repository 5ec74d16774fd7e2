using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Testcontainers;

namespace RustStack.Containers;

/// <summary>One object and one item, there and back, through the AWS SDK.</summary>
internal static class RoundTrip
{
    public static async Task RunAsync(RustStackContainer container)
    {
        await RunAsync(container.GetS3Config());
        await RunAsync(container.GetDynamoDbConfig());
    }

    public static async Task RunAsync(AmazonS3Config config)
    {
        using AmazonS3Client s3 = new(RustStackContainer.GetCredentials(), config);
        await s3.PutBucketAsync("round-trip");
        await s3.PutObjectAsync(new() { BucketName = "round-trip", Key = "key", ContentBody = "there and back" });
        using GetObjectResponse answer = await s3.GetObjectAsync("round-trip", "key");
        using StreamReader reader = new(answer.ResponseStream);

        Assert.Equal("there and back", await reader.ReadToEndAsync());
    }

    public static async Task RunAsync(AmazonDynamoDBConfig config)
    {
        using AmazonDynamoDBClient dynamoDb = new(RustStackContainer.GetCredentials(), config);
        await CreateTableAsync(dynamoDb, "round-trip");
        await dynamoDb.PutItemAsync("round-trip", new() { ["id"] = new("key"), ["text"] = new("there and back") });
        GetItemResponse answer = await dynamoDb.GetItemAsync("round-trip", new Dictionary<string, AttributeValue> { ["id"] = new("key") });

        Assert.Equal("there and back", answer.Item["text"].S);
    }

    public static Task CreateTableAsync(AmazonDynamoDBClient dynamoDb, string name) => dynamoDb.CreateTableAsync(new CreateTableRequest
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new("id", ScalarAttributeType.S)],
        KeySchema = [new("id", KeyType.HASH)],
    });
}
