using System.Text;
using System.Xml.Linq;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3.Raw;

/// <summary>What tests share that write S3 requests byte by byte.</summary>
[Trait(RunningInstance.Requests, RunningInstance.Unsigned)]
public abstract class RawS3Test(RunningInstance instance) : S3Test(instance)
{
    protected Task<RawAnswer> SendAsync(string requestLine, IReadOnlyList<string>? headers = null, byte[]? body = null) =>
        RawConnection.SendAsync(Instance.Address, requestLine, headers, body);

    protected Task<RawAnswer> SendAsync(string requestLine, string body) => SendAsync(requestLine, null, Encoding.UTF8.GetBytes(body));

    /// <summary>Asserts that an answer is exactly this error, in S3's XML.</summary>
    protected static XElement IsError(RawAnswer answer, int status, string code, string message)
    {
        const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        Assert.True(answer.Text.StartsWith(Declaration, StringComparison.Ordinal), $"{answer.Status}: {answer.Text}");
        XElement error = XElement.Parse(answer.Text);
        Assert.Equal((status, code, message), (answer.Status, error.Element("Code")?.Value, error.Element("Message")?.Value));
        Assert.Equal("application/xml", answer.Header("content-type"));
        Assert.Equal("Error", error.Name.ToString());
        Assert.Equal(answer.Header("x-amz-request-id"), error.Element("RequestId")?.Value);
        Assert.Equal(answer.Header("x-amz-id-2"), error.Element("HostId")?.Value);
        return error;
    }
}
