using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class UpdateTests(RunningInstance instance) : DynamoDbTest(instance)
{
    [Theory]
    [InlineData("NONE", "")]
    [InlineData("ALL_OLD", "{gone: S g, kept: N 1, pk: S 1, v: N 5}")]
    [InlineData("ALL_NEW", "{added: S a, kept: N 1, pk: S 1, v: N 6}")]
    [InlineData("UPDATED_OLD", "{gone: S g, v: N 5}")]
    [InlineData("UPDATED_NEW", "{added: S a, v: N 6}")]
    public async Task Update_ReturnsWhatItIsAskedFor(string returnValues, string expected)
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 5), ("kept", 1), ("gone", "g")));

        UpdateItemResponse update = await Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            UpdateExpression = "SET v = v + :one, added = :a REMOVE gone",
            ExpressionAttributeValues = Item((":one", 1), (":a", "a")),
            ReturnValues = ReturnValue.FindValue(returnValues),
        });

        Assert.Equal(expected, Text(update.Attributes));
    }

    [Theory]
    [InlineData("SET v = :n", "v: N 3")]
    [InlineData("SET v = v - :n", "v: N 2")]
    [InlineData("SET v = :n + v", "v: N 8")]
    [InlineData("SET v = if_not_exists(v, :n)", "v: N 5")]
    [InlineData("SET w = if_not_exists(absent, :n)", "w: N 3")]
    [InlineData("SET l = list_append(l, :list)", "l: L [N 1, N 2, N 9]")]
    [InlineData("SET l = list_append(:list, l)", "l: L [N 9, N 1, N 2]")]
    [InlineData("SET l[0] = :n", "l: L [N 3, N 2]")]
    [InlineData("SET l[10] = :n", "l: L [N 1, N 2, N 3]")]
    [InlineData("SET m.x = :n", "m: {x: N 3, y: S y}")]
    [InlineData("SET m.z = m.y", "m: {x: S x, y: S y, z: S y}")]
    [InlineData("REMOVE l[0]", "l: L [N 2]")]
    [InlineData("REMOVE m.x", "m: {y: S y}")]
    [InlineData("ADD v :n", "v: N 8")]
    [InlineData("ADD w :n", "w: N 3")]
    [InlineData("ADD tags :set", "tags: SS [a, b, c]")]
    [InlineData("DELETE tags :set", "tags: SS [a]")]
    [InlineData("SET v = w2 REMOVE w2", "v: S w2")]
    public async Task Action_ChangesItsAttribute(string expression, string expected)
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(
            ("pk", "1"), ("v", 5), ("w2", "w2"), ("l", new AttributeValue { L = [N("1"), N("2")] }),
            ("m", new AttributeValue { M = Item(("x", "x"), ("y", "y")) }), ("tags", new AttributeValue { SS = ["a", "b"] })));
        var values = new Dictionary<string, AttributeValue>();
        if (expression.Contains(":n", StringComparison.Ordinal)) values[":n"] = N("3");
        if (expression.Contains(":list", StringComparison.Ordinal)) values[":list"] = new() { L = [N("9")] };
        string[] set = expression.StartsWith("ADD", StringComparison.Ordinal) ? ["b", "c"] : ["b"];
        if (expression.Contains(":set", StringComparison.Ordinal)) values[":set"] = new() { SS = [.. set] };

        UpdateItemResponse update = await Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            UpdateExpression = expression,
            ExpressionAttributeValues = values.Count == 0 ? null : values,
            ReturnValues = ReturnValue.ALL_NEW,
        });

        string name = expected[..expected.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(expected, $"{name}: {Text(update.Attributes[name])}");
    }

    [Fact]
    public async Task UpdateOfAnAbsentItem_CreatesIt()
    {
        string table = await NewTableAsync("pk:S sk:N");

        await Dynamo.UpdateItemAsync(new UpdateItemRequest { TableName = table, Key = Item(("pk", "1"), ("sk", 2)) });
        await Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1"), ("sk", 3)),
            UpdateExpression = "SET v = :v",
            ExpressionAttributeValues = Item((":v", "x")),
        });

        Assert.Equal("{pk: S 1, sk: N 2}", Text((await Dynamo.GetItemAsync(table, Item(("pk", "1"), ("sk", 2)))).Item));
        Assert.Equal("{pk: S 1, sk: N 3, v: S x}", Text((await Dynamo.GetItemAsync(table, Item(("pk", "1"), ("sk", 3)))).Item));
    }

    [Fact]
    public async Task LastElementDeletedFromASet_RemovesTheAttribute()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("tags", new AttributeValue { SS = ["a"] })));

        UpdateItemResponse update = await Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            UpdateExpression = "DELETE tags :t",
            ExpressionAttributeValues = Item((":t", new AttributeValue { SS = ["a"] })),
            ReturnValues = ReturnValue.ALL_NEW,
        });

        Assert.Equal("{pk: S 1}", Text(update.Attributes));
    }

    [Theory]
    [InlineData("SET pk = :v", "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    [InlineData("SET v = absent + :v", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET note = note + :v", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET a.b = :v", "The document path provided in the update expression is invalid for update")]
    [InlineData(
        "SET v = :v, v = :v",
        "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; "
        + "path one: [v], path two: [v]")]
    [InlineData("SET v = :v SET w = :v", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;")]
    [InlineData("DROP v", "Invalid UpdateExpression: Syntax error; token: \"DROP\", near: \"DROP v\"")]
    [InlineData("", "Invalid UpdateExpression: The expression can not be empty;")]
    public async Task BadUpdate_IsRefusedAndChangesNothing(string expression, string message)
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 5), ("note", "t")));

        await InvalidAsync(message, () => Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            UpdateExpression = expression,
            ExpressionAttributeValues = expression.Contains(":v", StringComparison.Ordinal) ? Item((":v", 1)) : null,
        }));

        Assert.Equal("{note: S t, pk: S 1, v: N 5}", Text((await Dynamo.GetItemAsync(table, Item(("pk", "1")))).Item));
    }
}
