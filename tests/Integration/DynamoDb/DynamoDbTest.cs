using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>What the DynamoDB tests share: a client, tables of their own, and the exact form of an expected error.</summary>
public abstract class DynamoDbTest(RunningInstance instance) : IDisposable
{
    private readonly List<AmazonDynamoDBClient> _clients = [];
    private AmazonDynamoDBClient? _dynamo;

    protected RunningInstance Instance { get; } = instance;

    /// <summary>A client of the default account in us-east-1 that does not retry.</summary>
    protected AmazonDynamoDBClient Dynamo => _dynamo ??= NewClient();

    public void Dispose()
    {
        foreach (AmazonDynamoDBClient client in _clients) client.Dispose();
        GC.SuppressFinalize(this);
    }

    protected AmazonDynamoDBClient NewClient(string accessKey = "test", string region = "us-east-1")
    {
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = Instance.Address.ToString(),
            AuthenticationRegion = region,
            MaxErrorRetry = 0,
        };
        var client = new AmazonDynamoDBClient(accessKey, "test", config);
        _clients.Add(client);
        return client;
    }

    /// <summary>A request for a table with the keys that are named as <c>pk:S</c> or <c>pk:S sk:N</c>.</summary>
    protected static CreateTableRequest TableRequest(string name, string keys = "pk:S")
    {
        (string Name, string Type)[] attributes = [.. keys.Split(' ').Select(static key => (key[..^2], key[^1..]))];
        return new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [.. attributes.Select(static key => new AttributeDefinition(key.Name, key.Type))],
            KeySchema =
            [
                .. attributes.Select(static (key, index) => new KeySchemaElement(key.Name, index == 0 ? KeyType.HASH : KeyType.RANGE)),
            ],
        };
    }

    protected Task<string> NewTableAsync(string keys = "pk:S") => NewTableAsync(TableRequest(Instance.NewName("table"), keys));

    protected async Task<string> NewTableAsync(CreateTableRequest request)
    {
        await Dynamo.CreateTableAsync(request);
        await ActiveAsync(request.TableName);
        return request.TableName;
    }

    /// <summary>Asks until the table is active.</summary>
    protected async Task<TableDescription> ActiveAsync(string table)
    {
        for (int attempt = 0; attempt < 200; attempt++)
        {
            DescribeTableResponse response = await Dynamo.DescribeTableAsync(table);
            if (response.Table.TableStatus == TableStatus.ACTIVE) return response.Table;
            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }

        throw new InvalidOperationException($"{table} did not become active.");
    }

    protected async Task PutAsync(string table, params Dictionary<string, AttributeValue>[] items)
    {
        foreach (Dictionary<string, AttributeValue> item in items) await Dynamo.PutItemAsync(table, item);
    }

    protected static AttributeValue S(string value) => new() { S = value };

    protected static AttributeValue N(string value) => new() { N = value };

    protected static AttributeValue B(params byte[] value) => new() { B = new MemoryStream(value) };

    /// <summary>An item or key: pairs of name and value, where a string is S and a number is N.</summary>
    protected static Dictionary<string, AttributeValue> Item(params (string Name, object Value)[] attributes) =>
        attributes.ToDictionary(static attribute => attribute.Name, static attribute => Value(attribute.Value));

    protected static AttributeValue Value(object value) => value switch
    {
        AttributeValue attribute => attribute,
        string text => S(text),
        int number => N(number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        bool flag => new() { BOOL = flag },
        _ => throw new ArgumentException($"No attribute value for {value}.", nameof(value)),
    };

    /// <summary>An attribute value as text, so that failures can be read: <c>N 5</c>, <c>L [S a, NULL]</c>.</summary>
    protected static string Text(AttributeValue value)
    {
        if (value.S is not null) return $"S {value.S}";
        if (value.N is not null) return $"N {value.N}";
        if (value.B is not null) return $"B {Convert.ToHexStringLower(value.B.ToArray())}";
        if (value.NULL == true) return "NULL";
        if (value.BOOL is not null) return $"BOOL {value.BOOL}";
        if (value.SS is not null) return $"SS [{string.Join(", ", value.SS.Order(StringComparer.Ordinal))}]";
        if (value.NS is not null) return $"NS [{string.Join(", ", value.NS.Order(StringComparer.Ordinal))}]";
        if (value.BS is not null) return $"BS [{string.Join(", ", value.BS.Select(Hex).Order(StringComparer.Ordinal))}]";
        if (value.M is not null) return Text(value.M);
        return $"L [{string.Join(", ", value.L.Select(Text))}]";
    }

    /// <summary>An item as text, names in order.</summary>
    protected static string Text(Dictionary<string, AttributeValue>? item) =>
        item is null ? "" : $"{{{string.Join(", ", item.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(Text))}}}";

    private static string Text(KeyValuePair<string, AttributeValue> attribute) => $"{attribute.Key}: {Text(attribute.Value)}";

    private static string Hex(MemoryStream bytes) => Convert.ToHexStringLower(bytes.ToArray());

    /// <summary>Asserts that a call fails with exactly this error.</summary>
    protected static async Task<TError> FailsAsync<TError>(string message, Func<Task> call)
        where TError : AmazonDynamoDBException
    {
        TError error = await Assert.ThrowsAsync<TError>(call);
        Assert.Equal(message, error.Message);
        Assert.Equal((400, typeof(TError).Name), ((int)error.StatusCode, error.ErrorCode));
        return error;
    }

    /// <summary>Asserts that a call fails validation, which the SDK has no exception type for.</summary>
    protected static async Task InvalidAsync(string message, Func<Task> call)
    {
        AmazonDynamoDBException error = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(call);
        Assert.Equal(message, error.Message);
        Assert.Equal((400, "ValidationException"), ((int)error.StatusCode, error.ErrorCode));
    }
}
