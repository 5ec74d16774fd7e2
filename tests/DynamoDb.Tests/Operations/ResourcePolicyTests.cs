using System.Text.Json;

namespace RustStack.DynamoDb.Tests.Operations;

public sealed class ResourcePolicyTests
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/tab";
    private const string Root = "arn:aws:iam::000000000000:root";
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string InvalidDocument = Invalid + "Invalid policy document: ";
    private const string NotFound = "Resource-based policy not found for the provided ResourceArn: ";
    private const string Allow =
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"s","Effect":"Allow","Principal":{"AWS":"{{Root}}"},"Action":"dynamodb:GetItem","Resource":"{{Arn}}"}]}""";

    private readonly Service _service = new();

    public static TheoryData<string, string> RefusedDocuments => new()
    {
        { "", InvalidDocument + "This policy contains invalid Json" },
        { "{", InvalidDocument + "This policy contains invalid Json" },
        { "[]", InvalidDocument + "This policy contains invalid Json" },
        { "{}", InvalidDocument + "Could not parse the policy: Statement is empty!" },
        { """{"Statement":[]}""", InvalidDocument + "Could not parse the policy: Statement is empty!" },
        { """{"Version":"2020-01-01","Statement":[]}""", InvalidDocument + "The policy must contain a valid version string" },
        { """{"Statements":[]}""", InvalidDocument + "Unknown field Statements" },
        { Statement("Effect", null), InvalidDocument + "Missing required field Effect" },
        { Statement("Effect", "\"Maybe\""), InvalidDocument + "Invalid effect: Maybe" },
        { Statement("Principal", null), InvalidDocument + "Missing required field Principal" },
        { Statement("Principal", "{\"User\":\"x\"}"), InvalidDocument + "Unknown field User" },
        { Statement("Principal", "\"*\""), "Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access" },
        { Statement("Principal", "{\"AWS\":\"*\"}"), "Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access" },
        { Statement("Action", null), InvalidDocument + "Missing required field Action" },
        { Statement("Action", "[\"dynamodb:GetRecords\",\"dynamodb:GetItem\",\"dynamodb:DescribeStream\"]"), InvalidDocument + "The following action names are invalid: \"dynamodb:GetRecords\", \"dynamodb:DescribeStream\"" },
        { Statement("Action", "\"s3:GetObject\""), InvalidDocument + "The following action names are invalid: \"s3:GetObject\"" },
        { Statement("Resource", null), InvalidDocument + "Missing required field Resource" },
        { Statement("Resource", "\"tab\""), InvalidDocument + "Resource tab must be in ARN format or \"*\"." },
        { Statement("Resource", $"\"{Arn}/stream/2026\""), $"{InvalidDocument}The relative-id \"table/tab/stream/2026\" is invalid for ARN \"{Arn}/stream/2026\"" },
        { Statement("Extra", "1"), InvalidDocument + "Unknown field Extra" },
        { $$"""{"Statement":[{{One("\"a\"")}},{{One("\"a\"")}}]}""", InvalidDocument + "The Statement Ids in the policy are not unique" },
        { new string(' ', 20 * 1024) + "{}", Invalid + "Maximum policy size of 20480 bytes exceeded" },
        { "{\"Statement\":[\n {\"Effect\":\"Allow\",\"Principal\":\"000000000000\",\"Action\":\"*\",\"Resource\":\"*\"}]}", InvalidDocument + "Syntax error at position (2,32)" },
    };

    public static TheoryData<string, string, string> RefusedArns => new()
    {
        { "tab", "ValidationException", Invalid + "ARNs must start with 'arn:': tab" },
        { "arn:aws:dynamodb:eu-west-1:000000000000:table/tab", "ValidationException", Invalid + "Invalid resource Arn: arn:aws:dynamodb:eu-west-1:000000000000:table/tab" },
        { "arn:aws-cn:dynamodb:us-east-1:000000000000:table/tab", "ValidationException", Invalid + "Invalid resource Arn: arn:aws-cn:dynamodb:us-east-1:000000000000:table/tab" },
        { "arn:aws:dynamodb:us-east-1:123456789012:table/tab", "ValidationException", "This action is only supported by accounts that match the resource owner’s account." },
        { Arn + "/index/i", "ValidationException", $"{Invalid}Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {Arn}/index/i" },
        { Arn + "/backup/01", "ValidationException", $"{Invalid}Provided Arn is not a DynamoDB resource arn: {Arn}/backup/01" },
        { "arn:aws:dynamodb:us-east-1:000000000000:table/TAB", "ResourceNotFoundException", "Requested resource not found: Table: TAB not found" },
        { Arn + "/stream/2000-01-01T00:00:00.000", "ResourceNotFoundException", "Requested resource not found: Stream: 2000-01-01T00:00:00.000 not found for Table: tab" },
    };

    [Theory]
    [MemberData(nameof(RefusedDocuments))]
    public async Task InvalidDocument_IsRefused(string policy, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("PutResourcePolicy", Put(policy)));
        Assert.Equal(
            ("ValidationException", message),
            await _service.FailAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}},"ResourcePolicy":{{JsonSerializer.Serialize(policy)}}}"""));
        Assert.Equal(("PolicyNotFoundException", NotFound + Arn), await _service.FailAsync("GetResourcePolicy", Resource(Arn)));
    }

    [Theory]
    [MemberData(nameof(RefusedArns))]
    public async Task InvalidResource_IsRefused(string arn, string code, string message)
    {
        await _service.CreateSimpleAsync();
        foreach (string operation in (string[])["GetResourcePolicy", "DeleteResourcePolicy"])
            Assert.Equal((code, message), await _service.FailAsync(operation, Resource(arn)));
        if (!arn.Contains("/stream/", StringComparison.Ordinal)) Assert.Equal((code, message), await _service.FailAsync("PutResourcePolicy", Put(Allow, arn)));
    }

    [Fact]
    public async Task Policy_IsReadBackInItsCanonicalForm()
    {
        await _service.CreateSimpleAsync();
        string id = await PutAsync($$$"""
            { "Statement": {"Resource":["{{{Arn}}}"],"Action":["dynamodb:GetItem"],"Principal":{"AWS":["000000000000","{{{Root}}}"]},
              "Condition":{"Bool":{"aws:SecureTransport":"true"}},"Effect":"allow","Sid":"\u0061<b"} }
            """);

        JsonElement answer = await _service.AskJsonAsync("GetResourcePolicy", Resource(Arn));
        Assert.Equal(id, answer.GetProperty("RevisionId").GetString());
        Assert.Equal("1767323045000", id);
        Assert.Equal(
            $$$$"""{"Version":"2008-10-17","Statement":[{"Sid":"a<b","Effect":"Allow","Principal":{"AWS":"{{{{Root}}}}"},"Action":"dynamodb:GetItem","Resource":"{{{{Arn}}}}","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}""",
            answer.GetProperty("Policy").GetString());
    }

    [Fact]
    public async Task SamePolicy_KeepsItsRevision_AndAnotherGetsALaterOne()
    {
        await _service.CreateSimpleAsync();
        string first = await PutAsync(Allow);
        Assert.Equal(first, await PutAsync(Allow.Replace("\"dynamodb:GetItem\"", " [ \"dynamodb:GetItem\" ] ", StringComparison.Ordinal).Replace(Root, "000000000000", StringComparison.Ordinal)));

        string second = await PutAsync(Allow.Replace("GetItem", "PutItem", StringComparison.Ordinal));
        Assert.Equal("1767323045001", second);
        _service.Time += TimeSpan.FromMinutes(1);
        Assert.Equal("1767323105000", await PutAsync(Allow));
    }

    [Fact]
    public async Task ExpectedRevision_MustBeTheCurrentOne()
    {
        await _service.CreateSimpleAsync();
        string expected = ",\"ExpectedRevisionId\":\"7\"";
        string absent = NotFound + "Requested update for policy with revision id 7, but table tab has no associated policy.";
        Assert.Equal(("PolicyNotFoundException", absent), await _service.FailAsync("PutResourcePolicy", Put(Allow, Arn, expected)));
        Assert.Equal(("PolicyNotFoundException", absent), await _service.FailAsync("DeleteResourcePolicy", Resource(Arn, expected)));

        string none = ",\"ExpectedRevisionId\":\"NO_POLICY\"";
        string id = await PutAsync(Allow, none);
        Assert.Equal(
            ("PolicyNotFoundException", $"{NotFound}Requested policy update expecting none to be present for table tab, but a policy exists with revision id {id}."),
            await _service.FailAsync("PutResourcePolicy", Put(Allow, Arn, none)));
        string other = $"{NotFound}Requested update for policy with revision id 7, but the policy associated to target table tab has revision id {id}.";
        Assert.Equal(("PolicyNotFoundException", other), await _service.FailAsync("PutResourcePolicy", Put(Allow, Arn, expected)));
        Assert.Equal(("PolicyNotFoundException", other), await _service.FailAsync("DeleteResourcePolicy", Resource(Arn, expected)));

        Assert.Equal($$"""{"RevisionId":"{{id}}"}""", await _service.AskAsync("DeleteResourcePolicy", Resource(Arn, $",\"ExpectedRevisionId\":\"{id}\"")));
        Assert.Equal("{}", await _service.AskAsync("DeleteResourcePolicy", Resource(Arn)));
        Assert.NotEqual(id, await PutAsync(Allow));
    }

    [Theory]
    [InlineData("\"*\"", "\"dynamodb:PutResourcePolicy\"", "\"*\"", true)]
    [InlineData("{\"AWS\":\"000000000000\"}", "\"dynamodb:*\"", $"\"{Arn}\"", true)]
    [InlineData("\"*\"", "\"dynamodb:DeleteResourcePolicy\"", "\"*\"", false)]
    [InlineData("{\"AWS\":\"123456789012\"}", "\"dynamodb:*\"", "\"*\"", false)]
    [InlineData("\"*\"", "\"dynamodb:*\"", $"\"{Arn}2\"", false)]
    public async Task PolicyThatLocksItsOwnerOut_NeedsConfirmation(string principal, string action, string resource, bool locksOut)
    {
        await _service.CreateSimpleAsync();
        string policy = $$"""{"Statement":[{"Effect":"Deny","Principal":{{principal}},"Action":{{action}},"Resource":{{resource}}}]}""";
        (int status, string body) = await _service.SendAsync("PutResourcePolicy", Put(policy));
        Assert.Equal(locksOut ? 400 : 200, status);
        if (!locksOut) return;
        Assert.Equal(
            """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"The new resource policy will not allow you to update the resource policy in the future."}""",
            body);
        Assert.NotEmpty(await PutAsync(policy, ",\"ConfirmRemoveSelfResourceAccess\":true"));
    }

    [Fact]
    public async Task Stream_HasAPolicyOfItsOwn()
    {
        await _service.AskAsync("CreateTable", $$$"""{"TableName":"tab",{{{Service.PkOnly}}},"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}""");
        string stream = (await _service.DescribeAsync()).GetProperty("LatestStreamArn").GetString()!;
        string policy = Allow.Replace(Arn, stream, StringComparison.Ordinal).Replace("GetItem", "GetRecords", StringComparison.Ordinal);
        await _service.AskAsync("PutResourcePolicy", Put(policy, stream));

        Assert.Equal(("PolicyNotFoundException", NotFound + Arn), await _service.FailAsync("GetResourcePolicy", Resource(Arn)));
        Assert.Equal(policy, (await _service.AskJsonAsync("GetResourcePolicy", Resource(stream))).GetProperty("Policy").GetString());
        Assert.Equal(
            ("ValidationException", $"{InvalidDocument}The relative-id \"table/tab\" is invalid for ARN \"{Arn}\""),
            await _service.FailAsync("PutResourcePolicy", Put(Allow, stream)));
        await _service.AskAsync("DeleteResourcePolicy", Resource(stream));
        Assert.Equal(("PolicyNotFoundException", NotFound + stream), await _service.FailAsync("GetResourcePolicy", Resource(stream)));
    }

    [Fact]
    public async Task PolicyOfCreateTable_IsAttached_AndGoesWithTheTable()
    {
        await _service.AskAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}},"ResourcePolicy":{{JsonSerializer.Serialize(Allow)}}}""");
        Assert.Equal(Allow, (await _service.AskJsonAsync("GetResourcePolicy", Resource(Arn))).GetProperty("Policy").GetString());

        await _service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        Assert.Equal(("ResourceNotFoundException", "Requested resource not found: Table: tab not found"), await _service.FailAsync("GetResourcePolicy", Resource(Arn)));
        await _service.CreateSimpleAsync();
        Assert.Equal(("PolicyNotFoundException", NotFound + Arn), await _service.FailAsync("GetResourcePolicy", Resource(Arn)));
    }

    [Fact]
    public async Task TableOnItsWay_RefusesChanges()
    {
        var service = new Service(new(SkipSignatureValidation: true) { StatusDelay = TimeSpan.FromSeconds(5) });
        await service.CreateSimpleAsync();
        (string, string) notFound = ("ResourceNotFoundException", "Requested resource not found: Table: tab not found");
        Assert.Equal(notFound, await service.FailAsync("GetResourcePolicy", Resource(Arn)));
        Assert.Equal(notFound, await service.FailAsync("PutResourcePolicy", Put(Allow)));
        service.Time += TimeSpan.FromSeconds(5);
        await service.AskAsync("PutResourcePolicy", Put(Allow));

        await service.AskAsync("DeleteTable", """{"TableName":"tab"}""");
        (string, string) inUse = ("ResourceInUseException", "Attempt to change a resource which is still in use: Table is being deleted: tab");
        await service.AskAsync("GetResourcePolicy", Resource(Arn));
        Assert.Equal(inUse, await service.FailAsync("PutResourcePolicy", Put(Allow)));
        Assert.Equal(inUse, await service.FailAsync("DeleteResourcePolicy", Resource(Arn)));
    }

    private static string One(string sid) =>
        $$$"""{"Sid":{{{sid}}},"Effect":"Allow","Principal":{"AWS":"{{{Root}}}"},"Action":"dynamodb:GetItem","Resource":"*"}""";

    // One statement in which a member has another value, or is missing.
    private static string Statement(string member, string? value)
    {
        Dictionary<string, string> members = new()
        {
            ["Effect"] = "\"Allow\"",
            ["Principal"] = $$"""{"AWS":"{{Root}}"}""",
            ["Action"] = "\"dynamodb:GetItem\"",
            ["Resource"] = "\"*\"",
        };
        if (value is null) members.Remove(member);
        else members[member] = value;
        return $$"""{"Statement":[{{{string.Join(",", members.Select(static one => $"\"{one.Key}\":{one.Value}"))}}}]}""";
    }

    private static string Put(string policy, string arn = Arn, string more = "") =>
        $$"""{"ResourceArn":"{{arn}}","Policy":{{JsonSerializer.Serialize(policy)}}{{more}}}""";

    private static string Resource(string arn, string more = "") => $$"""{"ResourceArn":"{{arn}}"{{more}}}""";

    private async Task<string> PutAsync(string policy, string more = "") =>
        (await _service.AskJsonAsync("PutResourcePolicy", Put(policy, Arn, more))).GetProperty("RevisionId").GetString()!;
}
