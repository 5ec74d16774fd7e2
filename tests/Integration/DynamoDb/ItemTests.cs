using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class ItemTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Fact]
    public async Task EveryType_RoundTrips()
    {
        string table = await NewTableAsync();
        Dictionary<string, AttributeValue> item = Item(
            ("pk", "1"),
            ("text", "ümläut \u0001 😀"),
            ("empty", ""),
            ("number", N("-1.50e2")),
            ("bytes", B(0, 1, 255)),
            ("flag", true),
            ("nothing", new AttributeValue { NULL = true }),
            ("texts", new AttributeValue { SS = ["b", "a"] }),
            ("numbers", new AttributeValue { NS = ["3", "1.0"] }),
            ("blobs", new AttributeValue { BS = [new MemoryStream([2]), new MemoryStream([1])] }),
            ("list", new AttributeValue { L = [S("x"), N("1"), new() { L = [] }] }),
            ("map", new AttributeValue { M = Item(("inner", "v"), ("deep", new AttributeValue { M = [] })) }));

        await Dynamo.PutItemAsync(table, item);
        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1")), consistentRead: true);

        Assert.Equal(
            "{blobs: BS [01, 02], bytes: B 0001ff, empty: S , flag: BOOL True, list: L [S x, N 1, L []], "
            + "map: {deep: {}, inner: S v}, nothing: NULL, "
            + "number: N -150, numbers: NS [1, 3], pk: S 1, text: S ümläut \u0001 😀, texts: SS [a, b]}",
            Text(get.Item));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("1.0", "1")]
    [InlineData("1e3", "1000")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("0.1", "0.1")]
    [InlineData("1E-20", "0.00000000000000000001")]
    [InlineData("-1.5E+30", "-1500000000000000000000000000000")]
    public async Task Number_ComesBackAsItsValue(string written, string read)
    {
        string table = await NewTableAsync();

        await PutAsync(table, Item(("pk", "1"), ("n", N(written))));
        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1")));

        Assert.Equal(read, get.Item["n"].N);
    }

    [Theory]
    [InlineData("abc", "The parameter cannot be converted to a numeric value: abc")]
    [InlineData("", "The parameter cannot be converted to a numeric value")]
    [InlineData("1e126", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("1e-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range")]
    [InlineData("123456789012345678901234567890123456789", "Attempting to store more than 38 significant digits in a Number")]
    public async Task BadNumber_IsRefused(string number, string message)
    {
        string table = await NewTableAsync();

        await InvalidAsync(message, () => Dynamo.PutItemAsync(table, Item(("pk", "1"), ("n", N(number)))));
    }

    [Fact]
    public async Task NumberKeys_AreOneByValue()
    {
        string table = await NewTableAsync("pk:N");
        await PutAsync(table, Item(("pk", N("1.0")), ("v", "first")), Item(("pk", N("1e0")), ("v", "second")));

        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", 1)));

        Assert.Equal("{pk: N 1, v: S second}", Text(get.Item));
        Assert.Equal(1, (await Dynamo.ScanAsync(new ScanRequest(table))).Count);
    }

    [Fact]
    public async Task AbsentItem_HasNoItem()
    {
        string table = await NewTableAsync();

        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "absent")));

        Assert.False(get.IsItemSet);
    }

    [Fact]
    public async Task Put_ReplacesTheWholeItem()
    {
        string table = await NewTableAsync("pk:S sk:N");
        await PutAsync(table, Item(("pk", "1"), ("sk", 1), ("old", "x")));

        PutItemResponse put = await Dynamo.PutItemAsync(table, Item(("pk", "1"), ("sk", 1), ("new", "y")), ReturnValue.ALL_OLD);
        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1"), ("sk", 1)));

        Assert.Equal("{old: S x, pk: S 1, sk: N 1}", Text(put.Attributes));
        Assert.Equal("{new: S y, pk: S 1, sk: N 1}", Text(get.Item));
    }

    [Fact]
    public async Task PutOfANewItem_ReturnsNothingOld()
    {
        string table = await NewTableAsync();

        PutItemResponse put = await Dynamo.PutItemAsync(table, Item(("pk", "1")), ReturnValue.ALL_OLD);

        Assert.Null(put.Attributes);
    }

    [Theory]
    [InlineData("NONE", "")]
    [InlineData("ALL_OLD", "{pk: S 1, v: N 1}")]
    public async Task Delete_ReturnsWhatItIsAskedFor(string returnValues, string expected)
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 1)));

        DeleteItemResponse deleted = await Dynamo.DeleteItemAsync(table, Item(("pk", "1")), ReturnValue.FindValue(returnValues));

        Assert.Equal(expected, Text(deleted.Attributes));
        Assert.False((await Dynamo.GetItemAsync(table, Item(("pk", "1")))).IsItemSet);
    }

    [Fact]
    public async Task DeleteOfAnAbsentItem_IsNoError()
    {
        string table = await NewTableAsync();

        DeleteItemResponse deleted = await Dynamo.DeleteItemAsync(table, Item(("pk", "1")), ReturnValue.ALL_OLD);

        Assert.Null(deleted.Attributes);
    }

    [Theory]
    [InlineData("pk", "One or more parameter values were invalid: Missing the key pk in the item")]
    [InlineData("sk", "One or more parameter values were invalid: Missing the key sk in the item")]
    public async Task PutWithoutAKey_IsRefused(string missing, string message)
    {
        string table = await NewTableAsync("pk:S sk:N");
        Dictionary<string, AttributeValue> item = Item(("pk", "1"), ("sk", 1));
        item.Remove(missing);

        await InvalidAsync(message, () => Dynamo.PutItemAsync(table, item));
    }

    [Fact]
    public async Task KeysOfTheWrongForm_AreRefused()
    {
        string table = await NewTableAsync("pk:S sk:N");

        await InvalidAsync(
            "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N",
            () => Dynamo.PutItemAsync(table, Item(("pk", 1), ("sk", 1))));
        await InvalidAsync(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. "
            + "Key: pk",
            () => Dynamo.PutItemAsync(table, Item(("pk", ""), ("sk", 1))));
        await InvalidAsync(
            "The provided key element does not match the schema", () => Dynamo.GetItemAsync(table, Item(("pk", 1), ("sk", 1))));
        await InvalidAsync("The provided key element does not match the schema", () => Dynamo.GetItemAsync(table, Item(("pk", "1"))));
        await InvalidAsync(
            "The provided key element does not match the schema", () => Dynamo.DeleteItemAsync(table, Item(("pk", "1"), ("other", 1))));
    }

    [Theory]
    [InlineData("SS", "One or more parameter values were invalid: An string set  may not be empty")]
    [InlineData("NS", "One or more parameter values were invalid: An number set  may not be empty")]
    [InlineData("BS", "One or more parameter values were invalid: Binary sets should not be empty")]
    public async Task EmptySet_IsRefused(string type, string message)
    {
        string table = await NewTableAsync();
        AttributeValue value = type switch
        {
            "SS" => new() { SS = [] },
            "NS" => new() { NS = [] },
            _ => new() { BS = [] },
        };

        await InvalidAsync(message, () => Dynamo.PutItemAsync(table, Item(("pk", "1"), ("set", value))));
    }

    [Fact]
    public async Task DuplicatesInASet_AreRefused()
    {
        string table = await NewTableAsync();

        await InvalidAsync(
            "One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
            () => Dynamo.PutItemAsync(table, Item(("pk", "1"), ("set", new AttributeValue { SS = ["a", "a"] }))));
    }

    [Fact]
    public async Task ItemAbove400KB_IsRefused()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", new string('x', (400 * 1024) - 4))));

        await InvalidAsync(
            "Item size has exceeded the maximum allowed size",
            () => Dynamo.PutItemAsync(table, Item(("pk", "1"), ("v", new string('x', (400 * 1024) - 3)))));
    }

    [Fact]
    public async Task Projection_NamesPathsAndPlaceholders()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(
            ("pk", "1"), ("a", 1), ("b", 2), ("status", "s"),
            ("doc", new AttributeValue { M = Item(("x", 1), ("y", 2)) }),
            ("entries", new AttributeValue { L = [N("0"), N("1"), N("2")] })));

        GetItemResponse get = await Dynamo.GetItemAsync(new GetItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            ProjectionExpression = "a, #s, doc.y, entries[2], entries[0], absent.y",
            ExpressionAttributeNames = new() { ["#s"] = "status" },
        });

        Assert.Equal("{a: N 1, doc: {y: N 2}, entries: L [N 0, N 2], status: S s}", Text(get.Item));
    }

    [Theory]
    [InlineData("status", "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: status")]
    [InlineData(
        "#u", "Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #u")]
    [InlineData("", "Invalid ProjectionExpression: The expression can not be empty;")]
    [InlineData(
        "a, a.b",
        "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; "
        + "path one: [a], path two: [a, b]")]
    [InlineData("a,", "Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near: \",\"")]
    public async Task BadProjection_IsRefused(string projection, string message)
    {
        string table = await NewTableAsync();

        await InvalidAsync(message, () => Dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Item(("pk", "1")), ProjectionExpression = projection }));
    }

    [Fact]
    public async Task Accounts_DoNotSeeEachOther()
    {
        AmazonDynamoDBClient other = NewClient("310000000002");
        string table = await NewTableAsync();

        await FailsAsync<ResourceNotFoundException>(
            $"Requested resource not found: Table: {table} not found", () => other.DescribeTableAsync(table));
    }

    [Fact]
    public async Task ConsumedCapacity_IsReturnedWhenAskedFor()
    {
        string table = await NewTableAsync();

        PutItemResponse put = await Dynamo.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Item(("pk", "1"), ("v", new string('x', 2_000))),
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
        });
        GetItemResponse get = await Dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Item(("pk", "1")), ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL });

        Assert.Equal((table, 2.0), (put.ConsumedCapacity.TableName, put.ConsumedCapacity.CapacityUnits));
        Assert.Equal(0.5, get.ConsumedCapacity.CapacityUnits);
    }
}
