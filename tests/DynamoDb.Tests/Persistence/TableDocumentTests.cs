using System.Reflection;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tables.Creation;

namespace RustStack.DynamoDb.Tests.Persistence;

public sealed class TableDocumentTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void Everything_ComesBack()
    {
        TableDefinition table = Full();
        var again = TableDocument.Read(TableDocument.Write(table));

        Assert.Equivalent(table, again, strict: true);
        Assert.Equal(TableDocument.Write(table), TableDocument.Write(again));
    }

    /// <summary>A member that is added later must be in the document too: this instance must have it, with a value that is not its default.</summary>
    [Fact]
    public void TheFullDefinition_HasEveryMember()
    {
        TableDefinition plain = new()
        {
            Name = default,
            Id = "",
            CreatedAt = default,
            AttributeDefinitions = [],
            KeySchema = [],
            Key = null!,
            Indexes = [],
            BillingMode = "",
        };
        Assert.All(typeof(TableDefinition).GetProperties(), property => AssertSet(property, plain, Full()));
        Assert.All(typeof(ThroughputSettings).GetProperties(), property => AssertSet(property, plain.Throughput, Throughput(3)));
    }

    [Fact]
    public void UnknownMembers_AreSkipped()
    {
        byte[] document = TableDocument.Write(Full());
        byte[] extended = [.. "{\"later\":{\"a\":[1,{\"b\":2}]},"u8, .. document.AsSpan(1)];

        Assert.Equivalent(Full(), TableDocument.Read(extended), strict: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"createdAt":"x"}""")]
    [InlineData("""{"attributes":7}""")]
    public void BrokenDocument_IsRefused(string document)
    {
        StateException exception = Assert.Throws<StateException>(() => TableDocument.Read(System.Text.Encoding.UTF8.GetBytes(document)));

        Assert.Equal("The saved state is damaged: a table's definition cannot be read.", exception.Message);
    }

    private static void AssertSet(PropertyInfo property, object plain, object full) =>
        Assert.True(!Equals(property.GetValue(plain), property.GetValue(full)), $"{property.Name} is not set, so that nobody sees whether it is saved.");

    private static TableDefinition Full()
    {
        AttributeDefinition[] attributes =
        [
            new() { AttributeName = "pk", AttributeType = "S" },
            new() { AttributeName = "sk", AttributeType = "N" },
            new() { AttributeName = "é", AttributeType = "B" },
        ];
        KeySchemaElement[] schema = [Element("pk", "HASH"), Element("sk", "RANGE")];
        KeySchemaRules keys = new(attributes);
        KeyLayout key = keys.ReadTable(schema);
        KeySchemaElement[] local = [Element("pk", "HASH"), Element("é", "RANGE")];
        KeySchemaElement[] global = [Element("é", "HASH")];
        return new()
        {
            Name = new("123456789012", "eu-west-1", "tab"),
            Id = "3f0e0b3c-0000-4000-8000-000000000001",
            CreatedAt = Time,
            AttributeDefinitions = attributes,
            KeySchema = schema,
            Key = key,
            Indexes =
            [
                new()
                {
                    Name = "lsi", IsGlobal = false, KeySchema = local, Key = keys.ReadLocal(local, key),
                    Projection = new() { ProjectionType = "INCLUDE", NonKeyAttributes = ["x", "y"] },
                },
                new() { Name = "gsi", IsGlobal = true, KeySchema = global, Key = keys.ReadGlobal(global, key), Projection = new() { ProjectionType = "ALL" } },
            ],
            BillingMode = "PROVISIONED",
            OnDemandSince = Time.AddTicks(1),
            Throughput = Throughput(5),
            IndexThroughput = new Dictionary<string, ThroughputSettings> { ["gsi"] = Throughput(7) },
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = "KEYS_ONLY" },
            StreamLabel = "2026-01-02T03:04:05.678",
            SseSpecification = new() { Enabled = true, SSEType = "KMS", KMSMasterKeyId = "alias/key" },
            TableClass = "STANDARD_INFREQUENT_ACCESS",
            TableClassChangedAt = Time.AddDays(1),
            DeletionProtectionEnabled = true,
            Tags = [new() { Key = "k", Value = "v" }, new() { Key = "empty", Value = "" }],
            TimeToLiveAttribute = "ttl",
            PointInTimeRecovery = new(Time.AddDays(2), 7),
            ResourcePolicies = [new(null, "{}", 5), new("2026-01-02T03:04:05.678", null, 6)],
            ContributorInsights = [new(null, true, "THROTTLED_KEYS", Time, Time.AddDays(3)), new("gsi", false, "THROTTLED_KEYS", Time, Time)],
            KinesisDestinations = [new("arn:1", "ENABLING", Time, null, "failed"), new("arn:2", "DISABLING", Time, "MICROSECOND", null)],
        };
    }

    private static ThroughputSettings Throughput(long units) => new()
    {
        Provisioned = new() { ReadCapacityUnits = units, WriteCapacityUnits = units + 1 },
        OnDemand = new() { MaxReadRequestUnits = units + 2, MaxWriteRequestUnits = units + 3 },
        Warm = new() { ReadUnitsPerSecond = units + 4, WriteUnitsPerSecond = units + 5 },
        IncreasedAt = Time.AddHours(units),
        DecreasedAt = Time.AddHours(-units),
        Decreases = (int)units,
    };

    private static KeySchemaElement Element(string name, string type) => new() { AttributeName = name, KeyType = type };
}
