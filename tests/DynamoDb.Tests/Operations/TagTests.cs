namespace RustStack.DynamoDb.Tests.Operations;

public sealed class TagTests
{
    private const string Arn = "arn:aws:dynamodb:us-east-1:000000000000:table/tab";
    private const string TooMany = "Number of Tags exceed the current limit for the provided ResourceArn";

    private readonly Service _service = new();

    public static TheoryData<string, string> RefusedTags => new()
    {
        { "", "Atleast one Tag needs to be provided as Input." },
        { "{}", "The Tag Key provided is invalid, Key: null" },
        { """{"Key":"","Value":"b"}""", "The Tag Key provided is invalid, Key: " },
        { """{"Key":"a"}""", "The Tag Value provided is invalid, Value: null" },
        { """{"Key":"a#","Value":"b"}""", "The Tag Key provided is invalid, Key: a#" },
        { """{"Key":"a","Value":"b,c"}""", "The Tag Value provided is invalid, Value: b,c" },
        { """{"Key":"a","Value":"🔑"}""", "The Tag Value provided is invalid, Value: 🔑" },
        { $$"""{"Key":"{{new string('k', 129)}}","Value":""}""", $"The Tag Key provided is invalid, Key: {new string('k', 129)}" },
        { $$"""{"Key":"k","Value":"{{new string('v', 257)}}"}""", $"The Tag Value provided is invalid, Value: {new string('v', 257)}" },
        { """{"Key":"AWS:x","Value":"b"}""", "Tag Key cannot be prefixed with aws:, Key: AWS:x" },
        { """{"Key":"good","Value":""},{"Key":"dup","Value":""},{"Key":"dup","Value":""}""", "Duplicate Tag Keys provided as input: Duplicate Tag Key found dup" },
        { string.Join(",", Enumerable.Range(0, 51).Select(Tag)), TooMany },
    };

    public static TheoryData<string, string, string> RefusedArns => new()
    {
        { "tab", "ValidationException", "One or more parameter values were invalid: ARNs must start with 'arn:': tab" },
        { "arn:aws:s3:::bucket", "AccessDeniedException", "User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:ListTagsOfResource on resource: arn:aws:s3:::bucket" },
        {
            "arn:aws:dynamodb:us-east-1:123456789012:table/tab", "AccessDeniedException",
            "User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:ListTagsOfResource on resource: arn:aws:dynamodb:us-east-1:123456789012:table/tab"
        },
        { "arn:aws:dynamodb:eu-west-1:000000000000:table/tab", "ValidationException", "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:eu-west-1:000000000000:table/tab" },
        { "arn:aws:dynamodb", "ValidationException", "Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb" },
        { Arn + "/backup/01", "ValidationException", $"One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: {Arn}/backup/01" },
        { Arn + "/index/ind", "ValidationException", $"One or more parameter values were invalid: Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {Arn}/index/ind" },
        { Arn + "2", "ResourceNotFoundException", $"Requested resource not found: ResourceArn: {Arn}2 not found" },
    };

    [Theory]
    [MemberData(nameof(RefusedTags))]
    public async Task InvalidTags_AreRefusedAltogether(string tags, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{{tags}}]}"""));
        Assert.Equal("""{"Tags":[]}""", await ListAsync());
    }

    [Theory]
    [MemberData(nameof(RefusedArns))]
    public async Task InvalidArn_IsRefused(string arn, string code, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal((code, message), await _service.FailAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{arn}}"}"""));
        if (code == "AccessDeniedException") return;
        Assert.Equal((code, message), await _service.FailAsync("TagResource", $$"""{"ResourceArn":"{{arn}}","Tags":[{"Key":"a","Value":"b"}]}"""));
        Assert.Equal((code, message), await _service.FailAsync("UntagResource", $$"""{"ResourceArn":"{{arn}}","TagKeys":["a"]}"""));
    }

    [Fact]
    public async Task Tags_AreAddedReplacedAndTakenAway()
    {
        await _service.AskAsync("CreateTable", $$"""{"TableName":"tab",{{Service.PkOnly}},"Tags":[{"Key":"first","Value":"1"}]}""");
        Assert.Equal("""{"Tags":[{"Key":"first","Value":"1"}]}""", await ListAsync());
        Assert.Equal("", await TagAsync("""{"Key":"sp ace","Value":"a+b-c=d.e_f:g/h@i"},{"Key":"ключ","Value":""},{"Key":"FIRST","Value":"2"}"""));
        await TagAsync("""{"Key":"first","Value":"new"}""");
        Assert.Equal("", await _service.AskAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":["FIRST","absent"]}"""));
        Assert.Equal("""{"Tags":[{"Key":"first","Value":"new"},{"Key":"sp ace","Value":"a+b-c=d.e_f:g/h@i"},{"Key":"ключ","Value":""}]}""", await ListAsync());
    }

    [Fact]
    public async Task Fifty_AreTheMostAndFitOnePage()
    {
        await _service.CreateSimpleAsync();
        await TagAsync(string.Join(",", Enumerable.Range(0, 50).Select(Tag)));
        Assert.Equal(("ValidationException", TooMany), await _service.FailAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{{Tag(0)}},{{Tag(50)}}]}"""));
        await TagAsync(string.Join(",", Enumerable.Range(0, 50).Select(Tag)));
        var list = await _service.AskJsonAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}"}""");
        Assert.Equal(50, list.GetProperty("Tags").GetArrayLength());
        Assert.False(list.TryGetProperty("NextToken", out _));
        Assert.Equal(("ValidationException", "Invalid NextToken"), await _service.FailAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}","NextToken":"x"}"""));
    }

    [Theory]
    [InlineData("", "Atleast one Tag Key needs to be provided as Input.")]
    [InlineData("\"\"", "The Tag Key provided is invalid, Key: ")]
    [InlineData("\"aws:x\"", "Tag Key cannot be prefixed with aws:, Key: aws:x")]
    public async Task InvalidTagKeys_AreRefused(string keys, string message)
    {
        await _service.CreateSimpleAsync();
        Assert.Equal(("ValidationException", message), await _service.FailAsync("UntagResource", $$"""{"ResourceArn":"{{Arn}}","TagKeys":[{{keys}}]}"""));
    }

    private static string Tag(int number) => $$"""{"Key":"k{{number}}","Value":"v"}""";

    private Task<string> TagAsync(string tags) => _service.AskAsync("TagResource", $$"""{"ResourceArn":"{{Arn}}","Tags":[{{tags}}]}""");

    private Task<string> ListAsync() => _service.AskAsync("ListTagsOfResource", $$"""{"ResourceArn":"{{Arn}}"}""");
}
