using System.Security.Cryptography;
using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Blobs;
using RustStack.S3.Uploads;

namespace RustStack.S3.Tests.Uploads;

public sealed class UploadReceiverTests : IDisposable
{
    private const string Crc32OfHello = "NhCmhg==";
    private const string Hello = "hello";
    private static readonly byte[] HelloBytes = Encoding.ASCII.GetBytes(Hello);

    private readonly SpillingBlobStore _store = new(1000);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task NothingStated_KeepsCrc64Nvme()
    {
        using ReceivedUpload upload = await ReceiveAsync(HelloBytes, ("Content-Length", "5"));
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", upload.ETag);
        Assert.Equal(("CRC64NVME", "FULL_OBJECT"), (upload.Checksum.Kind.ToString().ToUpperInvariant(), upload.Checksum.Type));
        Assert.Equal(5, upload.Blob.LengthBytes);
    }

    [Fact]
    public async Task StatedChecksums_AreCheckedAndKept()
    {
        using ReceivedUpload upload = await ReceiveAsync(
            HelloBytes,
            ("Content-Length", "5"),
            ("Content-MD5", Convert.ToBase64String(MD5.HashData(HelloBytes))),
            ("x-amz-content-sha256", Convert.ToHexStringLower(SHA256.HashData(HelloBytes))),
            ("x-amz-sdk-checksum-algorithm", "CRC32"),
            ("x-amz-checksum-crc32", Crc32OfHello));
        Assert.Equal(Crc32OfHello, upload.Checksum.Value);
    }

    [Theory]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER", false)]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true)]
    public async Task Trailer_IsCheckedAndKept(string sha256, bool signed)
    {
        byte[] body = ChunkedBody.Encode(HelloBytes, 8192, signed, ("x-amz-checksum-crc32", Crc32OfHello));
        using ReceivedUpload upload = await ReceiveAsync(
            body, ("x-amz-content-sha256", sha256), ("x-amz-decoded-content-length", "5"), ("x-amz-trailer", "x-amz-checksum-crc32"));
        Assert.Equal(Crc32OfHello, upload.Checksum.Value);
        Assert.Equal(5, upload.Blob.LengthBytes);
    }

    [Fact]
    public async Task ChunkedTransfer_NeedsNoLength()
    {
        using ReceivedUpload upload = await ReceiveAsync(HelloBytes, ("Transfer-Encoding", "chunked"));
        Assert.Equal(5, upload.Blob.LengthBytes);
    }

    [Theory]
    [InlineData("Content-MD5", "nonsense", "InvalidDigest", 400, "The Content-MD5 you specified was invalid.")]
    [InlineData("Content-MD5", "AAAA", "InvalidDigest", 400, "The Content-MD5 you specified was invalid.")]
    [InlineData(
        "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest", 400, "The Content-MD5 you specified did not match what we received.")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest", 400, "The CRC32 you specified did not match the calculated checksum.")]
    [InlineData(
        "x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "BadDigest", 400, "The CRC64NVME you specified did not match the calculated checksum.")]
    [InlineData("x-amz-checksum-crc32", "AA", "InvalidRequest", 400, "Value for x-amz-checksum-crc32 header is invalid.")]
    [InlineData("x-amz-checksum-sha256", "AAAAAA==", "InvalidRequest", 400, "Value for x-amz-checksum-sha256 header is invalid.")]
    [InlineData(
        "x-amz-sdk-checksum-algorithm", "CRC33", "InvalidRequest", 400, "Value for x-amz-sdk-checksum-algorithm header is invalid.")]
    [InlineData(
        "x-amz-sdk-checksum-algorithm",
        "CRC32",
        "InvalidRequest",
        400,
        "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.")]
    [InlineData(
        "x-amz-content-sha256",
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9825",
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.")]
    [InlineData(
        "x-amz-content-sha256",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
        "NotImplemented",
        501,
        "A header you provided implies functionality that is not implemented")]
    [InlineData(
        "Content-Length",
        "6",
        "IncompleteBody",
        400,
        "You did not provide the number of bytes specified by the Content-Length HTTP header")]
    [InlineData(
        "Content-Length",
        "4",
        "IncompleteBody",
        400,
        "You did not provide the number of bytes specified by the Content-Length HTTP header")]
    [InlineData("Content-Length", null, "MissingContentLength", 411, "You must provide the Content-Length HTTP header.")]
    [InlineData("Content-Length", "5368709121", "EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")]
    public async Task WrongStatement_IsRefused(string header, string? value, string code, int status, string message)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => ReceiveAsync(HelloBytes, ("Content-Length", "5"), (header, value)));
        Assert.Equal((code, status, message), (error.Code, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task TwoChecksums_AreRefused()
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => ReceiveAsync(
            HelloBytes, ("Content-Length", "5"), ("x-amz-checksum-crc32", Crc32OfHello), ("x-amz-checksum-crc32c", "AAAAAA==")));
        Assert.Equal("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.", error.Message);
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32c", "AAAAAA==", "MalformedTrailerError")]
    [InlineData("x-amz-checksum-crc32", "A", "InvalidRequest")]
    public async Task WrongTrailer_IsRefusedAndLeavesNothing(string name, string value, string code)
    {
        byte[] body = ChunkedBody.Encode(new byte[5000], 8192, signed: false, (name, value));
        var error = await Assert.ThrowsAsync<AwsException>(() => ReceiveAsync(
            body,
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", "5000"),
            ("x-amz-trailer", "x-amz-checksum-crc32")));
        Assert.Equal(code, error.Code);
        Assert.Empty(Directory.GetFiles(_store.Folder!));
    }

    [Theory]
    [InlineData("4999")]
    [InlineData("5001")]
    public async Task WrongDecodedLength_IsRefused(string length)
    {
        byte[] body = ChunkedBody.Encode(new byte[5000], 8192, signed: true);
        var error = await Assert.ThrowsAsync<AwsException>(() => ReceiveAsync(
            body, ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), ("x-amz-decoded-content-length", length)));
        Assert.Equal("IncompleteBody", error.Code);
    }

    [Fact]
    public async Task BrokenConnection_LeavesNothing()
    {
        var plan = UploadPlan.Read(name => name == "Content-Length" ? "100000" : null, caller: null);
        await Assert.ThrowsAsync<IOException>(() => new UploadReceiver(_store).ReceiveAsync(new BreakingStream(50_000), plan, default));
        Assert.Empty(Directory.GetFiles(_store.Folder!));
    }

    private Task<ReceivedUpload> ReceiveAsync(byte[] body, params (string Name, string? Value)[] headers)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string? value) in headers) values[name] = value;
        return Receive();

        async Task<ReceivedUpload> Receive() =>
            await new UploadReceiver(_store).ReceiveAsync(new MemoryStream(body), UploadPlan.Read(values.GetValueOrDefault, caller: null), default);
    }
}
