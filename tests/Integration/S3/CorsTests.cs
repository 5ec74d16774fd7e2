using System.Net;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class CorsTests(RunningInstance instance) : S3Test(instance)
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task Rules_AreGivenBack_AndDeleted()
    {
        string bucket = await NewBucketAsync();
        await PutRuleAsync(bucket);

        CORSRule rule = Assert.Single((await S3.GetCORSConfigurationAsync(bucket)).Configuration.Rules);
        Assert.Equal(("one", 600), (rule.Id, rule.MaxAgeSeconds));
        Assert.Equal(["PUT", "GET"], rule.AllowedMethods);
        await S3.DeleteCORSConfigurationAsync(bucket);

        await FailsAsync(
            404, "NoSuchCORSConfiguration", "The CORS configuration does not exist", () => S3.GetCORSConfigurationAsync(bucket));
    }

    [Fact]
    public async Task Browser_IsAnsweredAsTheRulesSay()
    {
        string bucket = await NewBucketAsync();
        await PutRuleAsync(bucket);
        var url = new Uri(Instance.Address, $"/{bucket}/a%20key");

        using HttpResponseMessage preflight = await SendAsync(
            HttpMethod.Options, url, "https://app.test", ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x-amz-meta-a"));
        using HttpResponseMessage foreign = await SendAsync(
            HttpMethod.Options, url, "https://other.test", ("Access-Control-Request-Method", "PUT"));
        using HttpResponseMessage put = await SendAsync(HttpMethod.Put, Presigned("PUT", url.AbsolutePath), "https://app.test");
        using HttpResponseMessage missing = await SendAsync(HttpMethod.Get, Presigned("GET", $"/{bucket}/none"), "https://app.test");

        Assert.Equal((HttpStatusCode.OK, "https://app.test"), (preflight.StatusCode, Header(preflight, "Access-Control-Allow-Origin")));
        Assert.Equal(("x-amz-meta-a", "600"), (Header(preflight, "Access-Control-Allow-Headers"), Header(preflight, "Access-Control-Max-Age")));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("<Code>AccessForbidden</Code>", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "ETag"), (put.StatusCode, Header(put, "Access-Control-Expose-Headers")));
        Assert.Equal((HttpStatusCode.NotFound, "true"), (missing.StatusCode, Header(missing, "Access-Control-Allow-Credentials")));
    }

    [Fact]
    public async Task UnknownMethod_IsRefused()
    {
        string bucket = await NewBucketAsync();
        CORSConfiguration configuration = new() { Rules = [new() { AllowedOrigins = ["*"], AllowedMethods = ["MYMETHOD"] }] };

        await FailsAsync(
            400,
            "InvalidRequest",
            "Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD",
            () => S3.PutCORSConfigurationAsync(bucket, configuration));
    }

    private Task<PutCORSConfigurationResponse> PutRuleAsync(string bucket) => S3.PutCORSConfigurationAsync(bucket, new()
    {
        Rules =
        [
            new()
            {
                Id = "one",
                AllowedOrigins = ["https://app.test"],
                AllowedMethods = ["PUT", "GET"],
                AllowedHeaders = ["x-amz-*"],
                ExposeHeaders = ["ETag"],
                MaxAgeSeconds = 600,
            },
        ],
    });

    private static async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri url, string origin, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, url);
        request.Headers.Add("Origin", origin);
        foreach ((string name, string value) in headers) request.Headers.Add(name, value);
        return await Browser.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;
}
