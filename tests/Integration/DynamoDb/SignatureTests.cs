using Amazon.DynamoDBv2;
using Amazon.Runtime;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.DynamoDb;

/// <summary>What the SDK is told of wrong signatures, by an instance of its own that verifies them.</summary>
public sealed class SignatureTests : IAsyncLifetime
{
    private readonly VerifyingInstance _instance = new();

    public ValueTask InitializeAsync() => _instance.StartAsync();

    public ValueTask DisposeAsync() => _instance.DisposeAsync();

    [Fact]
    public async Task RightSecret_IsAnswered()
    {
        using AmazonDynamoDBClient client = new("alice", "wonder", Config());
        Assert.Empty((await client.ListTablesAsync()).TableNames ?? []);
    }

    [Fact]
    public async Task WrongSecret_IsShownWhatWasSigned()
    {
        using AmazonDynamoDBClient client = new("alice", "wrong", Config());
        AmazonDynamoDBException error = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());
        Assert.Equal((400, "InvalidSignatureException"), ((int)error.StatusCode, error.ErrorCode));
        Assert.StartsWith(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
            + "Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'POST\n/\n\n",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownKey_IsNotRecognized()
    {
        using AmazonDynamoDBClient client = new("nobody", "wonder", Config());
        AmazonDynamoDBException error = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());
        Assert.Equal(
            (400, "UnrecognizedClientException", "The security token included in the request is invalid."),
            ((int)error.StatusCode, error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task NoCredentials_AreMissed()
    {
        using AmazonDynamoDBClient client = new(new AnonymousAWSCredentials(), Config());
        AmazonDynamoDBException error = await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());
        Assert.Equal(
            (400, "MissingAuthenticationTokenException", "Request is missing Authentication Token"),
            ((int)error.StatusCode, error.ErrorCode, error.Message));
    }

    private AmazonDynamoDBConfig Config() => new()
    {
        ServiceURL = _instance.Address.ToString(),
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    };
}
