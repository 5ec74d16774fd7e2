using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class TransactWriteItemsTests
{
    private const string Mismatch =
        "DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.";

    private readonly Service _service = new();

    public sealed class Validation
    {
        private readonly Service _service = new();

        public static TheoryData<string, string> Refused => new()
        {
            { "", "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1" },
            { """{"Put":{"Item":{"pk":{"S":"a"}}}}""", "1 validation error detected: Value null at 'transactItems.1.member.put.tableName' failed to satisfy constraint: Member must not be null" },
            { """{"Delete":{"TableName":"tab"}},{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"a"}}}}""", "2 validation errors detected: Value null at 'transactItems.1.member.delete.key' failed to satisfy constraint: Member must not be null; Value null at 'transactItems.2.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = a","ReturnValuesOnConditionCheckFailure":"X"}}""", "1 validation error detected: Value 'X' at 'transactItems.1.member.update.returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]" },
            { "{}", "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"}}},"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"}}}}""", "TransactItems can only contain one of Check, Put, Update or Delete" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"}}}},{"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"}}}}""", "Transaction request cannot include multiple operations on one item" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"}}}},{"Delete":{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/tab","Key":{"pk":{"S":"a"}}}}""", "Transaction request cannot include multiple operations on one item" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":""}}}}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"n":{"N":"x"}}}}""", "The parameter cannot be converted to a numeric value: x" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET"}}""", "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"SET\"" },
            { """{"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"}},"ConditionExpression":"a = :v"}}""", "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :v" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"a"}},"UpdateExpression":"SET a = :v","ExpressionAttributeValues":{":v":{"S":"b"},":w":{"S":"b"}}}}""", "Value provided in ExpressionAttributeValues unused in expressions: keys: {:w}" },
        };

        [Theory]
        [MemberData(nameof(Refused))]
        public async Task InvalidRequest_IsRefusedAsAWhole(string actions, string message)
        {
            await _service.CreateSimpleAsync();
            Assert.Equal(("ValidationException", message), await _service.FailAsync("TransactWriteItems", Request(actions)));
        }

        [Fact]
        public async Task MissingTable_IsNotFound()
        {
            await _service.CreateSimpleAsync();
            Assert.Equal(
                ("ResourceNotFoundException", "Requested resource not found"),
                await _service.FailAsync("TransactWriteItems", Request("""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"}}}},{"Put":{"TableName":"nope","Item":{}}}""")));
        }

        [Fact]
        public async Task MoreThanHundredActions_AreRefused()
        {
            await _service.CreateSimpleAsync();
            string[] puts = [.. Enumerable.Range(0, 101).Select(static i => $$$$$$$"""{"Put":{"TableName":"tab","Item":{"pk":{"S":"{{{{{{{i}}}}}}}"}}}}""")];
            (string code, string message) = await _service.FailAsync("TransactWriteItems", Request(string.Join(',', puts)));
            Assert.Equal("ValidationException", code);
            Assert.StartsWith("1 validation error detected: Value '[TransactWriteItem(", message, StringComparison.Ordinal);
            Assert.EndsWith("' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100", message, StringComparison.Ordinal);
            await _service.AskAsync("TransactWriteItems", Request(string.Join(',', puts[1..])));
            Assert.Equal(100, (await _service.AskJsonAsync("Scan", """{"TableName":"tab","Select":"COUNT"}""")).GetProperty("Count").GetInt32());
        }

        [Theory]
        [InlineData(11, 400_000)]
        [InlineData(10, 419_429)]
        public async Task MoreThan4MB_AreRefused(int count, int valueBytes)
        {
            await _service.CreateSimpleAsync();
            string value = new('v', Math.Min(valueBytes, 409_590));
            string Put(int i, string v) => $$$$$$$"""{"Put":{"TableName":"tab","Item":{"pk":{"S":"{{{{{{{i:00}}}}}}}"},"v":{"S":"{{{{{{{v}}}}}}}"}}}}""";
            string[] puts = [.. Enumerable.Range(0, count).Select(i => Put(i, value))];
            if (count == 10)
            {
                // 10 * (2 + 2 + 1 + 409590) = 4095950 bytes: what is left to 4 MB goes into one more item, exactly.
                int rest = 4 * 1024 * 1024 - 10 * (2 + 2 + 1 + 409_590) - (2 + 2 + 1);
                await _service.AskAsync("TransactWriteItems", Request(string.Join(',', [.. puts, Put(10, new('r', rest))])));
                puts = [.. puts, Put(11, new('r', rest + 1))];
            }

            Assert.Equal(
                ("ValidationException", "The aggregate size of the items in the transaction cannot exceed 4 MB"),
                await _service.FailAsync("TransactWriteItems", Request(string.Join(',', puts))));
        }

        [Fact]
        public async Task TooLargeItem_IsRefusedAsAWhole()
        {
            await _service.CreateSimpleAsync();
            Assert.Equal(
                ("ValidationException", "Item size has exceeded the maximum allowed size"),
                await _service.FailAsync("TransactWriteItems", Request($$$$$$$"""{"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"S":"{{{{{{{new string('v', 409_600)}}}}}}}"}}}}""")));
        }

        [Fact]
        public async Task NamesAndValuesWithoutExpression_AreAccepted()
        {
            await _service.CreateSimpleAsync();
            await _service.AskAsync("TransactWriteItems", Request("""
                {"Put":{"TableName":"tab","Item":{"pk":{"S":"a"}},"ExpressionAttributeNames":{"#n":"n"},"ExpressionAttributeValues":{":v":{"S":"v"}}}}
                """));
        }
    }

    public sealed class Cancellation
    {
        private readonly Service _service = new();

        public static TheoryData<string, string> Reasons => new()
        {
            { """{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"k"}},"ConditionExpression":"attribute_not_exists(pk)"}}""", """{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"k"}},"ConditionExpression":"attribute_not_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}""", """{"Item":{"pk":{"S":"k"},"a":{"N":"1"}},"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"k"}},"ConditionExpression":"a > :v","ExpressionAttributeValues":{":v":{"N":"1"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}""", """{"Item":{"pk":{"S":"k"},"a":{"N":"1"}},"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"S":"new"}},"ConditionExpression":"attribute_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}""", """{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"Delete":{"TableName":"tab","Key":{"pk":{"S":"k"}},"ConditionExpression":"#a = :v","ExpressionAttributeNames":{"#a":"a"},"ExpressionAttributeValues":{":v":{"S":"1"}},"ReturnValuesOnConditionCheckFailure":"NONE"}}""", """{"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET b = :v","ConditionExpression":"attribute_exists(b)","ExpressionAttributeValues":{":v":{"N":"1"}},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}""", """{"Item":{"pk":{"S":"k"},"a":{"N":"1"}},"Code":"ConditionalCheckFailed","Message":"The conditional request failed"}""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET b = nothing"}}""", """{"Code":"ValidationError","Message":"The provided expression refers to an attribute that does not exist in the item"}""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET a = a + :v","ExpressionAttributeValues":{":v":{"S":"x"}}}}""", """!Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET b = pk + :v","ExpressionAttributeValues":{":v":{"N":"1"}}}}""", """{"Code":"ValidationError","Message":"An operand in the update expression has an incorrect data type"}""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET a.b = :v","ExpressionAttributeValues":{":v":{"N":"1"}}}}""", """{"Code":"ValidationError","Message":"The document path provided in the update expression is invalid for update"}""" },
            { """{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"SET pk = :v","ExpressionAttributeValues":{":v":{"S":"b"}}}}""", """{"Code":"ValidationError","Message":"One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key"}""" },
            { """{"Delete":{"TableName":"tab","Key":{"pk":{"N":"1"}}}}""", """{"Code":"ValidationError","Message":"The provided key element does not match the schema"}""" },
            { """{"Delete":{"TableName":"tab","Key":{"pk":{"S":"k"},"x":{"S":"k"}}}}""", """{"Code":"ValidationError","Message":"The provided key element does not match the schema"}""" },
            { """{"Put":{"TableName":"tab","Item":{"x":{"S":"k"}}}}""", """{"Code":"ValidationError","Message":"One or more parameter values were invalid: Missing the key pk in the item"}""" },
            { """{"Put":{"TableName":"tab","Item":{"pk":{"N":"1"}}}}""", """{"Code":"ValidationError","Message":"One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"}""" },
        };

        [Theory]
        [MemberData(nameof(Reasons))]
        public async Task RefusedAction_CancelsEverything(string action, string reason)
        {
            await _service.CreateSimpleAsync();
            await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"k"},"a":{"N":"1"}}}""");
            string request = Request($$$$$$$"""{"Put":{"TableName":"tab","Item":{"pk":{"S":"first"}}}},{{{{{{{action}}}}}}},{"Delete":{"TableName":"tab","Key":{"pk":{"S":"last"}}}}""");
            (int status, string body) = await _service.SendAsync("TransactWriteItems", request);
            Assert.Equal(400, status);
            if (reason[0] == '!')
            {
                Assert.Contains(reason[1..], body, StringComparison.Ordinal);
                return;
            }

            string code = JsonDocument.Parse(reason).RootElement.GetProperty("Code").GetString()!;
            Assert.Equal(
                $$"""{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled, please refer cancellation reasons for specific reasons [None, {{code}}, None]","CancellationReasons":[{"Code":"None"},{{reason}},{"Code":"None"}]}""",
                body);
            Assert.Equal(1, (await _service.AskJsonAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
            Assert.Equal("""{"Item":{"pk":{"S":"k"},"a":{"N":"1"}}}""", await _service.AskAsync("GetItem", """{"TableName":"tab","Key":{"pk":{"S":"k"}}}"""));
        }

        [Fact]
        public async Task EveryReason_IsListed()
        {
            await _service.CreateSimpleAsync();
            Assert.Equal(
                ("TransactionCanceledException", "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None, ValidationError, ConditionalCheckFailed]"),
                await _service.FailAsync("TransactWriteItems", Request("""
                    {"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"1"}},"ConditionExpression":"attribute_exists(pk)"}},
                    {"Put":{"TableName":"tab","Item":{"pk":{"S":"2"}}}},
                    {"Update":{"TableName":"tab","Key":{"pk":{"S":"3"}},"UpdateExpression":"SET a = b"}},
                    {"Delete":{"TableName":"tab","Key":{"pk":{"S":"4"}},"ConditionExpression":"attribute_exists(pk)"}}
                    """)));
        }

        [Fact]
        public async Task IndexKeyOfWrongType_IsAReason()
        {
            await _service.CreateIndexedAsync();
            Assert.Equal(
                ("TransactionCanceledException", "Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError, ValidationError]"),
                await _service.FailAsync("TransactWriteItems", Request("""
                    {"Put":{"TableName":"tab","Item":{"pk":{"S":"1"},"sk":{"N":"1"},"g":{"N":"1"}}}},
                    {"Update":{"TableName":"tab","Key":{"pk":{"S":"2"},"sk":{"N":"1"}},"UpdateExpression":"SET g = sk"}}
                    """)));
        }
    }

    [Fact]
    public async Task EveryKindOfAction_IsDone()
    {
        await _service.CreateSimpleAsync();
        await _service.CreateSimpleAsync("other");
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"gone"}}}""");
        await _service.AskAsync("PutItem", """{"TableName":"other","Item":{"pk":{"S":"there"},"n":{"N":"41"}}}""");
        Assert.Equal("{}", await _service.AskAsync("TransactWriteItems", Request("""
            {"Put":{"TableName":"tab","Item":{"pk":{"S":"put"},"v":{"S":"x"}},"ConditionExpression":"attribute_not_exists(pk)"}},
            {"Delete":{"TableName":"tab","Key":{"pk":{"S":"gone"}},"ConditionExpression":"attribute_exists(pk)"}},
            {"Update":{"TableName":"other","Key":{"pk":{"S":"there"}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}},
            {"Update":{"TableName":"other","Key":{"pk":{"S":"put"}},"UpdateExpression":"SET n = :one","ExpressionAttributeValues":{":one":{"N":"1"}}}},
            {"ConditionCheck":{"TableName":"other","Key":{"pk":{"S":"missing"}},"ConditionExpression":"attribute_not_exists(pk)"}}
            """)));
        Assert.Equal("""{"Item":{"pk":{"S":"put"},"v":{"S":"x"}}}""", await GetAsync("tab", "put"));
        Assert.Equal("{}", await GetAsync("tab", "gone"));
        Assert.Equal("""{"Item":{"pk":{"S":"there"},"n":{"N":"42"}}}""", await GetAsync("other", "there"));
        Assert.Equal("""{"Item":{"pk":{"S":"put"},"n":{"N":"1"}}}""", await GetAsync("other", "put"));
        Assert.Equal("{}", await GetAsync("other", "missing"));
    }

    [Fact]
    public async Task Capacity_IsTwiceThatOfTheWritesByThemselves()
    {
        await _service.CreateIndexedAsync();
        await _service.CreateSimpleAsync("other");
        const string Actions = """
            {"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"g":{"S":"g"},"h":{"N":"1"}}}},
            {"ConditionCheck":{"TableName":"other","Key":{"pk":{"S":"x"}},"ConditionExpression":"attribute_not_exists(pk)"}},
            {"Put":{"TableName":"tab","Item":{"pk":{"S":"b"},"sk":{"N":"1"}}}}
            """;
        Assert.Equal(
            """{"ConsumedCapacity":[{"TableName":"tab","CapacityUnits":12,"WriteCapacityUnits":12},{"TableName":"other","CapacityUnits":2,"WriteCapacityUnits":2}]}""",
            await _service.AskAsync("TransactWriteItems", Request(Actions, "\"ReturnConsumedCapacity\":\"TOTAL\"")));
        await _service.AskAsync("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}""");
        Assert.Equal(
            """
            {"ConsumedCapacity":[{"TableName":"tab","CapacityUnits":12,"WriteCapacityUnits":12,"Table":{"WriteCapacityUnits":4,"CapacityUnits":4},
            "LocalSecondaryIndexes":{"lsi":{"WriteCapacityUnits":2,"CapacityUnits":2}},"GlobalSecondaryIndexes":{"all":{"WriteCapacityUnits":2,"CapacityUnits":2},
            "keys":{"WriteCapacityUnits":2,"CapacityUnits":2},"some":{"WriteCapacityUnits":2,"CapacityUnits":2}}},
            {"TableName":"other","CapacityUnits":2,"WriteCapacityUnits":2,"Table":{"WriteCapacityUnits":2,"CapacityUnits":2}}]}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("TransactWriteItems", Request(Actions, "\"ReturnConsumedCapacity\":\"INDEXES\"")));
    }

    [Fact]
    public async Task CollectionMetrics_AreListedByTable()
    {
        await _service.CreateIndexedAsync();
        await _service.CreateSimpleAsync("other");
        Assert.Equal(
            """
            {"ItemCollectionMetrics":{"tab":[{"ItemCollectionKey":{"pk":{"S":"a"}},"SizeEstimateRangeGB":[0,1]},
            {"ItemCollectionKey":{"pk":{"S":"b"}},"SizeEstimateRangeGB":[0,1]}]}}
            """.ReplaceLineEndings(""),
            await _service.AskAsync("TransactWriteItems", Request("""
                {"Put":{"TableName":"tab","Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}},
                {"Put":{"TableName":"other","Item":{"pk":{"S":"a"}}}},
                {"Delete":{"TableName":"tab","Key":{"pk":{"S":"b"},"sk":{"N":"1"}}}},
                {"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"c"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk)"}}
                """, "\"ReturnItemCollectionMetrics\":\"SIZE\"")));
    }

    [Fact]
    public async Task RepeatedToken_ChangesNothingAndCountsReads()
    {
        await _service.CreateSimpleAsync();
        string request = Request(Increment("1"), "\"ClientRequestToken\":\"token\",\"ReturnConsumedCapacity\":\"TOTAL\"");
        Assert.Equal(
            """{"ConsumedCapacity":[{"TableName":"tab","CapacityUnits":2,"WriteCapacityUnits":2}]}""", await _service.AskAsync("TransactWriteItems", request));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(
                """{"ConsumedCapacity":[{"TableName":"tab","CapacityUnits":2,"ReadCapacityUnits":2}]}""", await _service.AskAsync("TransactWriteItems", request));
        }

        Assert.Equal("""{"Item":{"pk":{"S":"k"},"n":{"N":"1"}}}""", await GetAsync("tab", "k"));
    }

    [Fact]
    public async Task TokenOfAnotherTransaction_IsAMismatch()
    {
        await _service.CreateSimpleAsync();
        await _service.AskAsync("TransactWriteItems", Request(Increment("1"), "\"ClientRequestToken\":\"token\""));
        Assert.Equal(
            ("IdempotentParameterMismatchException", Mismatch),
            await _service.FailAsync("TransactWriteItems", Request(Increment("2"), "\"ClientRequestToken\":\"token\"")));
        Assert.Equal("""{"Item":{"pk":{"S":"k"},"n":{"N":"1"}}}""", await GetAsync("tab", "k"));
    }

    [Theory]
    [InlineData(0, 599, "1")]
    [InlineData(0, 600, "2")]
    public async Task Token_IsRememberedForTenMinutes(int first, int second, string expected)
    {
        await _service.CreateSimpleAsync();
        DateTimeOffset start = _service.Time;
        string request = Request(Increment("1"), "\"ClientRequestToken\":\"token\"");
        _service.Time = start.AddSeconds(first);
        await _service.AskAsync("TransactWriteItems", request);
        _service.Time = start.AddSeconds(second);
        await _service.AskAsync("TransactWriteItems", request);
        Assert.Equal($$$$$$$"""{"Item":{"pk":{"S":"k"},"n":{"N":"{{{{{{{expected}}}}}}}"}}}""", await GetAsync("tab", "k"));
    }

    [Fact]
    public async Task TokenOfACancelledTransaction_MayBeUsedAgain()
    {
        await _service.CreateSimpleAsync();
        string request = Request(
            """{"Put":{"TableName":"tab","Item":{"pk":{"S":"k"}}}},{"ConditionCheck":{"TableName":"tab","Key":{"pk":{"S":"x"}},"ConditionExpression":"attribute_exists(pk)"}}""",
            "\"ClientRequestToken\":\"token\"");
        Assert.Equal("TransactionCanceledException", (await _service.FailAsync("TransactWriteItems", request)).Code);
        await _service.AskAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"x"}}}""");
        await _service.AskAsync("TransactWriteItems", request);
        Assert.Equal("""{"Item":{"pk":{"S":"k"}}}""", await GetAsync("tab", "k"));
    }

    [Fact]
    public async Task Token_BelongsToAccountAndRegion()
    {
        string request = Request(Increment("1"), "\"ClientRequestToken\":\"token\"");
        foreach ((string account, string region) in new[] { ("000000000000", "us-east-1"), ("111111111111", "us-east-1"), ("000000000000", "eu-west-1") })
        {
            (_service.AccountId, _service.Region) = (account, region);
            await _service.CreateSimpleAsync();
            await _service.AskAsync("TransactWriteItems", request);
            Assert.Equal("""{"Item":{"pk":{"S":"k"},"n":{"N":"1"}}}""", await GetAsync("tab", "k"));
        }
    }

    private static string Increment(string by) =>
        $$$$$$$"""{"Update":{"TableName":"tab","Key":{"pk":{"S":"k"}},"UpdateExpression":"ADD n :v","ExpressionAttributeValues":{":v":{"N":"{{{{{{{by}}}}}}}"}}}}""";

    private static string Request(string actions, string? parameters = null) =>
        $$"""{"TransactItems":[{{actions}}]{{(parameters is null ? "" : "," + parameters)}}}""";

    private Task<string> GetAsync(string table, string pk) =>
        _service.AskAsync("GetItem", $$$$$$$"""{"TableName":"{{{{{{{table}}}}}}}","Key":{"pk":{"S":"{{{{{{{pk}}}}}}}"}}}""");
}
