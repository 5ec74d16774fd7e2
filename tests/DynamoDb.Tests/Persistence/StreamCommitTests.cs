using RustStack.DynamoDb.Persistence;
using RustStack.DynamoDb.Tests.Operations;
using RustStack.DynamoDb.Tests.Streams;

namespace RustStack.DynamoDb.Tests.Persistence;

/// <summary>Records of streams are saved with their changes, seen once these are saved, and gone when they cannot be.</summary>
public sealed class StreamCommitTests
{
    private const string PutA = """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"1"}}}""";
    private const string PutB = """{"TableName":"tab","Item":{"pk":{"S":"b"},"v":{"N":"1"}}}""";
    private const string Disable = """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}""";

    private readonly HeldJournal _journal = new();
    private readonly Service _service;
    private readonly StreamClient _client;

    public StreamCommitTests()
    {
        _service = new(new(SkipSignatureValidation: true), _journal);
        _client = new(_service);
    }

    [Fact]
    public async Task Record_IsNotThereBeforeItsCommit()
    {
        string arn = await CreateAsync();
        Task<string> first = _service.AskAsync("PutItem", PutA);
        Assert.Empty(await _client.ReadAsync(arn));
        string latest = await _client.IteratorAsync(arn, "LATEST");
        _journal.Save();
        await first;
        Assert.Equal(["INSERT a - v=1"], (await _client.ReadAsync(arn)).Select(StreamClient.Show));
        Assert.Single((await _client.PageAsync(latest)).Records);
    }

    [Fact]
    public async Task ChangeAndRecord_AreOneAppend()
    {
        await CreateAsync();
        _journal.Records.Clear();
        Task<string> put = _service.AskAsync("PutItem", PutA);
        Task<string> transaction = _service.AskAsync("TransactWriteItems", $$$$"""
            {"ClientRequestToken":"token","TransactItems":[{"Put":{{{{PutB}}}} },{"Put":{"TableName":"tab","Item":{"pk":{"S":"c"}} }}]}
            """);
        _journal.Save();
        await Task.WhenAll(put, transaction);
        Assert.Equal(
            [
                typeof(SavedItem), typeof(SavedStreamRecord),
                typeof(SavedItem), typeof(SavedStreamRecord), typeof(SavedItem), typeof(SavedStreamRecord), typeof(SavedToken),
            ],
            _journal.Records.Select(static record => record.GetType()));
        long[] numbers = [.. _journal.Records.OfType<SavedStreamRecord>().Select(static record => record.Number)];
        Assert.Equal(numbers.Order(), numbers);
    }

    [Theory]
    [InlineData("PutItem", PutB)]
    [InlineData("DeleteItem", """{"TableName":"tab","Key":{"pk":{"S":"a"}}}""")]
    [InlineData("TransactWriteItems", $$$$"""{"TransactItems":[{"Put":{{{{PutB}}}} },{"Delete":{"TableName":"tab","Key":{"pk":{"S":"a"}} }}]}""")]
    [InlineData("UpdateTable", Disable)]
    [InlineData("DeleteTable", """{"TableName":"tab"}""")]
    public async Task FailedCommit_LeavesTheStreamAsItWas(string operation, string json)
    {
        string arn = await CreateAsync();
        await SavedAsync("PutItem", PutA);
        string before = await StateAsync(arn);
        Task<(int Status, string Body)> answer = _service.SendAsync(operation, json);
        Assert.Equal(["INSERT a - v=1"], (await _client.ReadAsync(arn)).Select(StreamClient.Show));
        _journal.Fail();

        Assert.Equal(500, (await answer).Status);
        Assert.Equal(before, await StateAsync(arn));
        await SavedAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"a"},"v":{"N":"2"}}}""");
        Assert.Equal(["INSERT a - v=1", "MODIFY a v=1 v=2"], (await _client.ReadAsync(arn)).Select(StreamClient.Show));
    }

    [Fact]
    public async Task FailedEnabling_LeavesNoStream()
    {
        Task created = _service.CreateSimpleAsync();
        _journal.Save();
        await created;
        Task<(int Status, string Body)> answer = _service.SendAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}""");
        Task<(int Status, string Body)> put = _service.SendAsync("PutItem", PutA);
        _journal.Fail();

        Assert.Equal((500, 500), ((await answer).Status, (await put).Status));
        Assert.Equal("""{"Streams":[]}""", await _service.AskAsync("ListStreams", "{}"));
        Assert.False((await _service.DescribeAsync()).TryGetProperty("LatestStreamArn", out _));
        _journal.Records.Clear();
        await SavedAsync("PutItem", PutA);
        Assert.IsType<SavedItem>(Assert.Single(_journal.Records));
    }

    // Rolling a shard over, writing to the child, disabling: all of one commit that fails.
    [Fact]
    public async Task FailedRollover_LeavesTheParentOpen()
    {
        string arn = await CreateAsync();
        await SavedAsync("PutItem", PutA);
        string before = await StateAsync(arn);
        _service.Time += TimeSpan.FromHours(4);
        Task<(int Status, string Body)>[] answers =
        [
            _service.SendAsync("PutItem", PutB),
            _service.SendAsync("UpdateTable", Disable),
            _service.SendAsync("PutItem", """{"TableName":"tab","Item":{"pk":{"S":"unrecorded"}}}"""),
        ];
        _journal.Fail();

        Assert.All(await Task.WhenAll(answers), static answer => Assert.Equal(500, answer.Status));
        Assert.Equal(before, await StateAsync(arn));
        await SavedAsync("PutItem", PutB);
        Assert.Equal(2, (await _client.ShardsAsync(arn)).Count);
        Assert.Equal(["INSERT a - v=1", "INSERT b - v=1"], (await _client.ReadAsync(arn)).Select(StreamClient.Show));
    }

    [Fact]
    public async Task EndOfAShard_IsNotToldBeforeItIsSaved()
    {
        string arn = await CreateAsync();
        string iterator = await _client.IteratorAsync(arn);
        Task<string> disabled = _service.AskAsync("UpdateTable", Disable);
        Assert.NotNull((await _client.PageAsync(iterator)).Next);
        _journal.Save();
        await disabled;
        Assert.Null((await _client.PageAsync(iterator)).Next);
    }

    private async Task<string> CreateAsync()
    {
        Task<string> arn = _client.CreateAsync();
        _journal.Save();
        return await arn;
    }

    private async Task SavedAsync(string operation, string json)
    {
        Task<string> answer = _service.AskAsync(operation, json);
        _journal.Save();
        await answer;
    }

    private async Task<string> StateAsync(string arn) => string.Join('\n', [
        await _service.AskAsync("ListStreams", "{}"),
        (await _client.DescribeAsync(arn)).GetRawText(),
        (await _service.DescribeAsync()).GetRawText(),
        .. (await _client.ReadAsync(arn)).Select(static record => record.GetRawText())]);
}
