using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

public sealed class ConditionTests(RunningInstance instance) : DynamoDbTest(instance)
{
    private const string Failed = "The conditional request failed";

    [Theory]
    [InlineData("attribute_exists(pk)", true)]
    [InlineData("attribute_not_exists(pk)", false)]
    [InlineData("v = :five", true)]
    [InlineData("v <> :five", false)]
    [InlineData("v < :nine AND v > :one", true)]
    [InlineData("v <= :five AND v >= :five", true)]
    [InlineData("v BETWEEN :one AND :five", true)]
    [InlineData("v IN (:one, :nine)", false)]
    [InlineData("v IN (:one, :five)", true)]
    [InlineData("NOT v = :nine", true)]
    [InlineData("v = :nine OR (v = :five AND attribute_exists(s))", true)]
    [InlineData("begins_with(s, :he)", true)]
    [InlineData("contains(s, :he)", true)]
    [InlineData("contains(tags, :he)", false)]
    [InlineData("size(s) = :five", true)]
    [InlineData("attribute_type(s, :typeS)", true)]
    [InlineData("m.x = :five", true)]
    [InlineData("l[1] = :nine", true)]
    [InlineData("absent = :five", false)]
    [InlineData("absent <> :five", true)]
    [InlineData("v = s", false)]
    public async Task Condition_DecidesThePut(string condition, bool holds)
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(
            ("pk", "1"), ("v", 5), ("s", "hello"), ("tags", new AttributeValue { SS = ["x"] }),
            ("m", new AttributeValue { M = Item(("x", 5)) }), ("l", new AttributeValue { L = [N("1"), N("9")] })));
        Dictionary<string, AttributeValue> values = Item(
            (":one", 1), (":five", 5), (":nine", 9), (":he", "he"), (":typeS", "S"));
        var request = new PutItemRequest
        {
            TableName = table,
            Item = Item(("pk", "1"), ("replaced", true)),
            ConditionExpression = condition,
            ExpressionAttributeValues = values.Where(value => Uses(condition, value.Key)).ToDictionary(),
        };
        if (request.ExpressionAttributeValues.Count == 0) request.ExpressionAttributeValues = null;

        if (holds) await Dynamo.PutItemAsync(request);
        else await FailsAsync<ConditionalCheckFailedException>(Failed, () => Dynamo.PutItemAsync(request));

        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1")));
        Assert.Equal(holds, get.Item.ContainsKey("replaced"));
    }

    [Fact]
    public async Task FailedCondition_ReturnsTheItemWhenAskedFor()
    {
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 5)));

        var request = new PutItemRequest
        {
            TableName = table,
            Item = Item(("pk", "1")),
            ConditionExpression = "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };

        var error = await FailsAsync<ConditionalCheckFailedException>(Failed, () => Dynamo.PutItemAsync(request));

        Assert.Equal("{pk: S 1, v: N 5}", Text(error.Item));
    }

    [Fact]
    public async Task ConditionsOnUpdateAndDelete_AreChecked()
    {
        string table = await NewTableAsync();

        await FailsAsync<ConditionalCheckFailedException>(Failed, () => Dynamo.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            UpdateExpression = "SET v = :v",
            ConditionExpression = "attribute_exists(pk)",
            ExpressionAttributeValues = Item((":v", 1)),
        }));
        await FailsAsync<ConditionalCheckFailedException>(Failed, () => Dynamo.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = table,
            Key = Item(("pk", "1")),
            ConditionExpression = "attribute_exists(pk)",
        }));
        Assert.False((await Dynamo.GetItemAsync(table, Item(("pk", "1")))).IsItemSet);
    }

    [Theory]
    [InlineData("v =", "Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("v == :v", "Invalid ConditionExpression: Syntax error; token: \"=\", near: \"== :v\"")]
    [InlineData(
        "v = :undefined",
        "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :undefined")]
    [InlineData(
        "#v = :v",
        "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute name: #v")]
    [InlineData("size = :v", "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: size")]
    [InlineData("attribute_exists(pk)", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}")]
    [InlineData("unknown(v, :v)", "Invalid ConditionExpression: Invalid function name; function: unknown")]
    [InlineData(
        "begins_with(v)",
        "Invalid ConditionExpression: Incorrect number of operands for operator or function; operator or function: begins_with, "
        + "number of operands: 1")]
    public async Task BadCondition_IsRefused(string condition, string message)
    {
        string table = await NewTableAsync();

        await InvalidAsync(message, () => Dynamo.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Item(("pk", "1")),
            ConditionExpression = condition,
            ExpressionAttributeValues = Item((":v", 1)),
        }));
    }

    [Fact]
    public async Task ConditionalIncrements_LoseNoUpdate()
    {
        const int Writers = 8;
        const int Rounds = 25;
        string table = await NewTableAsync();
        await PutAsync(table, Item(("pk", "1"), ("v", 0), ("added", 0)));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (int round = 0; round < Rounds; round++) await IncrementAsync(table);
        }));

        GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1")));
        Assert.Equal($"{{added: N {Writers * Rounds}, pk: S 1, v: N {Writers * Rounds}}}", Text(get.Item));
    }

    /// <summary>Reads, then writes on the condition that nothing has changed, until it holds; adds without a condition beside it.</summary>
    private async Task IncrementAsync(string table)
    {
        while (true)
        {
            GetItemResponse get = await Dynamo.GetItemAsync(table, Item(("pk", "1")), consistentRead: true);
            int before = int.Parse(get.Item["v"].N, System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                await Dynamo.UpdateItemAsync(new UpdateItemRequest
                {
                    TableName = table,
                    Key = Item(("pk", "1")),
                    UpdateExpression = "SET v = :after ADD added :one",
                    ConditionExpression = "v = :before",
                    ExpressionAttributeValues = Item((":before", before), (":after", before + 1), (":one", 1)),
                });
                return;
            }
            catch (ConditionalCheckFailedException)
            {
                continue;
            }
        }
    }

    private static bool Uses(string expression, string placeholder) =>
        System.Text.RegularExpressions.Regex.IsMatch(expression, placeholder + @"\b");
}
