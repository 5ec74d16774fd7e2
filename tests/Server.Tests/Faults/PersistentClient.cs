using System.Net;
using System.Text;
using System.Text.Json;

namespace RustStack.Server.Tests.Faults;

/// <summary>Speaks to both services without an SDK: statuses are what counts here.</summary>
internal sealed class PersistentClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public void Dispose() => _http.Dispose();

    public async Task PrepareAsync()
    {
        Assert.Equal(HttpStatusCode.OK, await DynamoAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}
            """));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Put, "/bucket", null));
    }

    public Task<HttpStatusCode> PutItemAsync(string key, int bytes) =>
        DynamoAsync("PutItem", $$$"""{"TableName":"tab","Item":{"pk":{"S":"{{{key}}}"},"v":{"S":"{{{new string('v', bytes)}}}"} } }""");

    public async Task<bool> HasItemAsync(string key)
    {
        using HttpResponseMessage response = await DynamoResponseAsync("GetItem", $$$"""{"TableName":"tab","Key":{"pk":{"S":"{{{key}}}"} } }""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).Contains("Item", StringComparison.Ordinal);
    }

    public Task<HttpStatusCode> PutObjectAsync(string key, int bytes) => SendAsync(HttpMethod.Put, "/bucket/" + key, new ByteArrayContent(new byte[bytes]));

    public async Task<bool> HasObjectAsync(string key)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri("/bucket/" + key, UriKind.Relative));
        if (response.StatusCode == HttpStatusCode.NotFound) return false;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync()).Length == response.Content.Headers.ContentLength;
    }

    /// <summary>The health of every service.</summary>
    public async Task<string> HealthAsync()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri("/_localstack/health", UriKind.Relative)));
        return Assert.Single(document.RootElement.GetProperty("services").EnumerateObject().Select(static service => service.Value.GetString()!).Distinct());
    }

    /// <summary>Asks for the health until it is this, for at most half a minute.</summary>
    public async Task BecomesAsync(string health)
    {
        for (int attempt = 0; attempt < 300 && await HealthAsync() != health; attempt++) await Task.Delay(100);
        Assert.Equal(health, await HealthAsync());
    }

    private async Task<HttpStatusCode> DynamoAsync(string operation, string json)
    {
        using HttpResponseMessage response = await DynamoResponseAsync(operation, json);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> DynamoResponseAsync(string operation, string json)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810." + operation);
        return _http.SendAsync(request);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        using HttpResponseMessage response = await _http.SendAsync(request);
        return response.StatusCode;
    }
}
