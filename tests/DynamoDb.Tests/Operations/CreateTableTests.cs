namespace RustStack.DynamoDb.Tests.Operations;

public sealed class CreateTableTests
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Pk = """{"AttributeName":"pk","AttributeType":"S"}""";
    private const string Sk = """{"AttributeName":"sk","AttributeType":"N"}""";
    private const string Hash = """{"AttributeName":"pk","KeyType":"HASH"}""";
    private const string Range = """{"AttributeName":"sk","KeyType":"RANGE"}""";
    private const string OnDemand = "\"BillingMode\":\"PAY_PER_REQUEST\"";
    private const string Provisioned = """
        "ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}
        """;

    private const string All = """{"ProjectionType":"ALL"}""";

    private readonly Service _service = new();

    public static TheoryData<string, string> Refused => new()
    {
        { $$"""{"TableName":"ab",{{Service.PkOnly}}}""", "TableName must be at least 3 characters long and at most 255 characters long" },
        {
            $$"""{"TableName":"ab;c",{{Service.PkOnly}}}""",
            "1 validation error detected: Value 'ab;c' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
        },
        {
            """{"TableName":"tab"}""",
            "2 validation errors detected: Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'keySchema' failed to satisfy constraint: Member must not be null"
        },
        {
            $$"""{"TableName":"tab","AttributeDefinitions":[{{Pk}}]}""",
            "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null"
        },
        {
            $$"""{"TableName":"tab","AttributeDefinitions":[{{Pk}}],"KeySchema":[{{Hash}}]}""",
            Invalid + "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
        },
        {
            $$$"""{"TableName":"tab","AttributeDefinitions":[{{{Pk}}}],"KeySchema":[{{{Hash}}}],{{{OnDemand}}},"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}""",
            Invalid + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
        },
        {
            $$$"""{"TableName":"tab","AttributeDefinitions":[{{{Pk}}}],"KeySchema":[{{{Hash}}}],"ProvisionedThroughput":{"ReadCapacityUnits":1000000000001,"WriteCapacityUnits":1}}""",
            "Given value 1000000000001 for ReadCapacityUnits is out of bounds"
        },
        {
            Table(Sk, Hash),
            Invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [pk], AttributeDefinitions: [sk]"
        },
        { Table(Pk, $"{Hash},{Range}"), "Invalid KeySchema: Some index key attribute have no definition" },
        { Table($"{Pk},{Pk}", Hash), "Attribute Name is duplicated: pk" },
        { Table($"{Pk},{Sk}", Range), "Invalid KeySchema: The first KeySchemaElement is not a HASH key type" },
        { Table($"{Pk},{Sk}", $$"""{{Hash}},{"AttributeName":"sk","KeyType":"HASH"}"""), "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type" },
        { Table($"{Pk},{Sk}", $$"""{{Hash}},{"AttributeName":"pk","KeyType":"RANGE"}"""), "Both the Hash Key and the Range Key element in the KeySchema have the same name" },
        {
            Table($"{Pk},{Sk}", Hash),
            Invalid + "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
        },
        {
            Table($$"""{{Pk}},{{Sk}},{"AttributeName":"zz","AttributeType":"S"}""", $"{Hash},{Range}", $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash)}]"),
            Invalid + "Some AttributeDefinitions are not used. AttributeDefinitions: [pk, sk, zz], keys used: [pk, sk]"
        },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", """{"AttributeName":"nope","KeyType":"HASH"}""")}]"),
            Invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [nope], AttributeDefinitions: [pk]"
        },
        { Table(Pk, Hash, "\"GlobalSecondaryIndexes\":[]"), Invalid + "List of GlobalSecondaryIndexes is empty" },
        { Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash)},{Gsi("ind", Hash)}]"), Invalid + "Duplicate index name: ind" },
        { Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash, "{}")}]"), Invalid + "Unknown ProjectionType: null" },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash, """{"ProjectionType":"INCLUDE"}""")}]"),
            Invalid + "ProjectionType is INCLUDE, but NonKeyAttributes is not specified"
        },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash, """{"ProjectionType":"ALL","NonKeyAttributes":["x"]}""")}]"),
            Invalid + "ProjectionType is ALL, but NonKeyAttributes is specified"
        },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{string.Join(",", Enumerable.Range(100, 21).Select(i => Gsi($"i{i}", Hash)))}]"),
            Invalid + "GlobalSecondaryIndex count exceeds the per-table limit of 20"
        },
        {
            Table(Pk, Hash, $"\"LocalSecondaryIndexes\":[{Gsi("ind", Hash)}]"),
            Invalid + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
        },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[{Gsi("ind", Hash)}]"),
            Invalid + "Index KeySchema does not have a range key for index: ind"
        },
        { Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[]"), Invalid + "List of LocalSecondaryIndexes is empty" },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[{Gsi("ind", $"{Hash},{Range},{Range}")}]"),
            $"1 validation error detected: Value '[{Element("pk", "HASH")}, {Element("sk", "RANGE")}, {Element("sk", "RANGE")}]' at "
            + "'localSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must have length less than or equal to 2"
        },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[{Gsi("ind", """{"AttributeName":"sk","KeyType":"HASH"},{"AttributeName":"pk","KeyType":"RANGE"}""")}]"),
            Invalid + "Index KeySchema does not have the same leading hash key as table KeySchema for index: ind. index hash key: sk, table hash key: pk"
        },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[{string.Join(",", Enumerable.Range(100, 6).Select(i => Gsi($"i{i}", $"{Hash},{Range}")))}]"),
            Invalid + "Number of LocalSecondaryIndexes exceeds per-table limit of 5"
        },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", $"\"LocalSecondaryIndexes\":[{Gsi("dup", $"{Hash},{Range}")}],\"GlobalSecondaryIndexes\":[{Gsi("dup", Hash)}]"),
            Invalid + "Duplicate index name: dup"
        },
        { Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", $"{Hash},{Hash}")}]"), "The KeySchema contains multiple key attributes with the same name" },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{Gsi("ind", Hash, """{"ProjectionType":"INCLUDE","NonKeyAttributes":["x","y","x"]}""")}]"),
            Invalid + "Duplicate element in NonKeyAttributes: x"
        },
        {
            Table(Pk, Hash, $"\"GlobalSecondaryIndexes\":[{string.Join(",", Enumerable.Range(100, 6).Select(i => Gsi($"i{i}", Hash, $$"""{"ProjectionType":"INCLUDE","NonKeyAttributes":[{{Names(i == 105 ? 1 : 20)}}]}""")))}]"),
            Invalid + "Number of projected attributes in all secondary indexes exceeds per-table limit of 100"
        },
        {
            Table(Pk, Hash, """ "GlobalSecondaryIndexes":[{"IndexName":"ind","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"},"ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}]"""),
            Invalid + "ProvisionedThroughput should not be specified for index: ind when BillingMode is PAY_PER_REQUEST"
        },
        {
            $$$"""{"TableName":"tab","AttributeDefinitions":[{{{Pk}}}],"KeySchema":[{{{Hash}}}],{{{Provisioned}}},"GlobalSecondaryIndexes":[{{{Gsi("ind", Hash)}}}]}""",
            Invalid + "ProvisionedThroughput is not specified for index: ind"
        },
        {
            $$$"""{"TableName":"tab","AttributeDefinitions":[{{{Pk}}}],"KeySchema":[{{{Hash}}}],{{{Provisioned}}},"OnDemandThroughput":{"MaxReadRequestUnits":5}}""",
            Invalid + "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
        },
        {
            $$$"""{"TableName":"tab","AttributeDefinitions":[{{{Pk}}}],"KeySchema":[{{{Hash}}}],{{{Provisioned}}},"WarmThroughput":{"ReadUnitsPerSecond":4,"WriteUnitsPerSecond":4}}""",
            Invalid + "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than ReadCapacityUnits of ProvisionedThroughput"
        },
        {
            Table(Pk, Hash, "\"OnDemandThroughput\":{\"MaxWriteRequestUnits\":0}"),
            Invalid + "Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range"
        },
        {
            Table(Pk, Hash, "\"OnDemandThroughput\":{\"MaxReadRequestUnits\":-1}"),
            Invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range"
        },
        {
            Table(Pk, Hash, "\"WarmThroughput\":{\"WriteUnitsPerSecond\":3999}"),
            Invalid + "Requested WriteUnitsPerSecond for WarmThroughput for table is lower than initial throughput for OnDemand. See: "
            + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial"
        },
        { Table(Pk, Hash, "\"StreamSpecification\":{\"StreamEnabled\":true}"), Invalid + "Table is being created with a stream enabled, UpdateViewType is required" },
        {
            Table(Pk, Hash, "\"StreamSpecification\":{\"StreamEnabled\":false,\"StreamViewType\":\"NEW_IMAGE\"}"),
            Invalid + "Table is being created with a stream disabled, UpdateViewType should not be specified"
        },
        { Table(Pk, Hash, "\"SSESpecification\":{\"Enabled\":false,\"SSEType\":\"KMS\"}"), Invalid + "SSEType can not be specified if Enabled is false" },
        { Table(Pk, Hash, "\"SSESpecification\":{\"Enabled\":false,\"KMSMasterKeyId\":\"k\"}"), Invalid + "KMSMasterKeyId can not be specified if Enabled is false" },
        { Table(Pk, Hash, "\"SSESpecification\":{\"Enabled\":true,\"KMSMasterKeyId\":\"k\"}"), Invalid + "SSEType KMS is required if KMSMasterKeyId is specified" },
        { Table(Pk, Hash, "\"SSESpecification\":{\"Enabled\":true,\"SSEType\":\"AES256\"}"), Invalid + "SSEType AES256 is not supported" },
        { Table(Pk, Hash, "\"Tags\":[{\"Key\":\"aws:x\",\"Value\":\"\"}]"), "Tag Key cannot be prefixed with aws:, Key: aws:x" },
        {
            Table($"{Pk},{Sk}", $"{Hash},{Range}", "\"ResourcePolicy\":\"{}\""),
            Invalid + "Invalid policy document: Could not parse the policy: Statement is empty!"
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task InvalidRequest_IsRefused(string request, string message) =>
        Assert.Equal(("ValidationException", message), await _service.FailAsync("CreateTable", request));

    [Fact]
    public async Task DuplicateTable_IsInUse()
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(
            ("ResourceInUseException", "Table already exists: tab"),
            await _service.FailAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}}}"""));
    }

    [Fact]
    public async Task EverySetting_IsDescribed()
    {
        string table = $$"""
            {"TableName":"tab","AttributeDefinitions":[{{Pk}},{{Sk}}],"KeySchema":[{{Hash}},{{Range}}],
             "ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4},
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"SSESpecification":{"Enabled":true},
             "TableClass":"STANDARD_INFREQUENT_ACCESS","DeletionProtectionEnabled":true,"Tags":[{"Key":"a","Value":"b"}]}
            """;
        await _service.AskAsync("CreateTable", table);
        var description = (await _service.AskJsonAsync("DescribeTable", """{"TableName":"arn:aws:dynamodb:us-east-1:000000000000:table/tab"}"""))
            .GetProperty("Table");
        Assert.Equal("ACTIVE", description.GetProperty("TableStatus").GetString());
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/tab", description.GetProperty("TableArn").GetString());
        Assert.Equal(3, description.GetProperty("ProvisionedThroughput").GetProperty("ReadCapacityUnits").GetInt64());
        Assert.Equal("NEW_IMAGE", description.GetProperty("StreamSpecification").GetProperty("StreamViewType").GetString());
        Assert.Equal(
            "arn:aws:dynamodb:us-east-1:000000000000:table/tab/stream/2026-01-02T03:04:05.000", description.GetProperty("LatestStreamArn").GetString());
        Assert.Equal("ENABLED", description.GetProperty("SSEDescription").GetProperty("Status").GetString());
        Assert.Equal("STANDARD_INFREQUENT_ACCESS", description.GetProperty("TableClassSummary").GetProperty("TableClass").GetString());
        Assert.True(description.GetProperty("DeletionProtectionEnabled").GetBoolean());
        Assert.Equal(
            ("ValidationException", "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."),
            await _service.FailAsync("DeleteTable", """{"TableName":"tab"}"""));
    }

    [Fact]
    public async Task TablesOfOtherAccountsAndRegions_AreOthers()
    {
        await _service.CreateSimpleAsync();
        _service.Region = "eu-west-1";
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found: Table: tab not found"),
            await _service.FailAsync("DescribeTable", """{"TableName":"tab"}"""));
        _service.Region = "us-east-1";
        _service.AccountId = "123456789012";
        Assert.Equal("""{"TableNames":[]}""", await _service.AskAsync("ListTables", "{}"));
        await _service.CreateSimpleAsync();
    }

    [Fact]
    public async Task DeletedTable_IsGoneAndItsNameIsFree()
    {
        await _service.CreateSimpleAsync();
        var deleted = await _service.AskJsonAsync("DeleteTable", """{"TableName":"tab"}""");
        Assert.Equal("DELETING", deleted.GetProperty("TableDescription").GetProperty("TableStatus").GetString());
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found"),
            await _service.FailAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"}}}"""));
        Assert.Equal(
            ("ResourceNotFoundException", "Requested resource not found: Table: tab not found"),
            await _service.FailAsync("DeleteTable", """{"TableName":"tab"}"""));
        await _service.CreateSimpleAsync();
    }

    [Fact]
    public async Task ListTables_PagesInNameOrder()
    {
        foreach (string name in new[] { "ccc", "aaa", "Bbb", "ddd" }) await _service.CreateSimpleAsync(name);
        Assert.Equal("""{"TableNames":["Bbb","aaa"],"LastEvaluatedTableName":"aaa"}""", await _service.AskAsync("ListTables", """{"Limit":2}"""));
        Assert.Equal("""{"TableNames":["ccc","ddd"]}""", await _service.AskAsync("ListTables", """{"Limit":2,"ExclusiveStartTableName":"aaa"}"""));
        Assert.Equal("""{"TableNames":["ddd"]}""", await _service.AskAsync("ListTables", """{"ExclusiveStartTableName":"cccc"}"""));
        Assert.Equal("""{"TableNames":[]}""", await _service.AskAsync("ListTables", """{"ExclusiveStartTableName":"zzz"}"""));
    }

    private static string Table(string attributes, string keys, string more = "\"TableClass\":\"STANDARD\"") =>
        $$"""{"TableName":"tab","AttributeDefinitions":[{{attributes}}],"KeySchema":[{{keys}}],{{OnDemand}},{{more}}}""";

    private static string Element(string name, string type) => $"KeySchemaElement(attributeName={name}, keyType={type})";

    private static string Names(int count) => string.Join(",", Enumerable.Range(0, count).Select(static i => $"\"n{i}\""));

    private static string Gsi(string name, string keys, string projection = All) =>
        $$"""{"IndexName":"{{name}}","KeySchema":[{{keys}}],"Projection":{{projection}}}""";
}
