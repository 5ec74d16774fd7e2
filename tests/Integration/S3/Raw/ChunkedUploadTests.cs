using System.Text;
using RustStack.Integration.Hosting;
using RustStack.Integration.RawHttp;

namespace RustStack.Integration.S3.Raw;

/// <summary>The forms of <c>aws-chunked</c>, written on the wire as SDKs do and as they should not.</summary>
public sealed class ChunkedUploadTests(RunningInstance instance) : RawS3Test(instance)
{
    private const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string UnsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private const string Content = "123456789";
    private const string Crc32 = "x-amz-checksum-crc32:y/Q5Jg==";
    private const string Crc32C = "x-amz-checksum-crc32c:4waSgw==";
    private const string Crc64 = "x-amz-checksum-crc64nvme:rosUhgp5mIg=";
    private const string Sha1 = "x-amz-checksum-sha1:98O8HYCOBHMq32eZZczDTKeuNEE=";
    private const string Sha256 = "x-amz-checksum-sha256:FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=";

    private static readonly string Signature = new('a', 64);

    [Theory]
    [InlineData(Signed, null)]
    [InlineData(SignedTrailer, Crc32)]
    [InlineData(SignedTrailer, Crc32C)]
    [InlineData(SignedTrailer, Crc64)]
    [InlineData(SignedTrailer, Sha1)]
    [InlineData(SignedTrailer, Sha256)]
    [InlineData(UnsignedTrailer, Crc32)]
    [InlineData(UnsignedTrailer, Crc32C)]
    [InlineData(UnsignedTrailer, Crc64)]
    [InlineData(UnsignedTrailer, Sha1)]
    [InlineData(UnsignedTrailer, Sha256)]
    public async Task EveryForm_ByteByByte_IsDecoded(string form, string? trailer)
    {
        string bucket = await NewBucketAsync();
        byte[] body = Chunked(form, [Content], trailer);
        using RawConnection connection = await RawConnection.OpenAsync(Instance.Address);

        List<string> headers = Headers(form, Content.Length, trailer);
        await connection.WriteAsync(RawConnection.Head(Instance.Address, $"PUT /{bucket}/key", headers, body.Length));
        await connection.WriteByteByByteAsync(body);
        RawAnswer answer = await connection.ReadToEndAsync();

        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal("\"25f9e794323b453885f5181f1b624d0b\"", answer.Header("etag"));
        if (trailer is not null)
        {
            string[] parts = trailer.Split(':');
            Assert.Equal(parts[1], answer.Header(parts[0]));
        }

        RawAnswer get = await SendAsync($"GET /{bucket}/key");
        Assert.Equal(Content, get.Text);
        Assert.Null(get.Header("content-encoding"));
    }

    [Theory]
    [InlineData(Signed, null)]
    [InlineData(UnsignedTrailer, null)]
    public async Task ManyChunks_AreJoined(string form, string? trailer)
    {
        string bucket = await NewBucketAsync();
        string[] chunks = [new('a', 8_192), new('b', 65_536), new('c', 8_193), "end"];
        string content = string.Concat(chunks);

        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", Headers(form, content.Length, trailer), Chunked(form, chunks, trailer));

        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal(content, await GetTextAsync(bucket, "key"));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(UnsignedTrailer)]
    public async Task EmptyBody_IsAnEmptyObject(string form)
    {
        string bucket = await NewBucketAsync();

        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", Headers(form, 0, null), Chunked(form, [], null));

        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal("", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task ChunkedTransferAroundIt_IsUndoneToo()
    {
        string bucket = await NewBucketAsync();
        byte[] inner = Chunked(UnsignedTrailer, [Content], Crc32);
        byte[] outer = [.. Encoding.ASCII.GetBytes($"{inner.Length:x}\r\n"), .. inner, .. "\r\n0\r\n\r\n"u8];
        using RawConnection connection = await RawConnection.OpenAsync(Instance.Address);
        string[] headers = [.. Headers(UnsignedTrailer, Content.Length, Crc32), "Transfer-Encoding: chunked"];

        await connection.WriteAsync(RawConnection.Head(Instance.Address, $"PUT /{bucket}/key", headers, null));
        await connection.WriteAsync(outer);
        RawAnswer answer = await connection.ReadToEndAsync();

        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal(Content, await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task OtherContentEncodings_AreKept()
    {
        string bucket = await NewBucketAsync();
        List<string> headers = Headers(Signed, Content.Length, null);
        headers[1] = "Content-Encoding: aws-chunked,gzip";

        RawAnswer put = await SendAsync($"PUT /{bucket}/key", headers, Chunked(Signed, [Content], null));
        RawAnswer get = await SendAsync($"GET /{bucket}/key");

        Assert.Equal(200, put.Status);
        Assert.Equal("gzip", get.Header("content-encoding"));
        Assert.Equal(Content, get.Text);
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32:AAAAAA==", "CRC32")]
    [InlineData("x-amz-checksum-crc32c:AAAAAA==", "CRC32C")]
    [InlineData("x-amz-checksum-crc64nvme:AAAAAAAAAAA=", "CRC64NVME")]
    [InlineData("x-amz-checksum-sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "SHA1")]
    [InlineData("x-amz-checksum-sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "SHA256")]
    public async Task WrongTrailer_LeavesTheOldObject(string trailer, string algorithm)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");

        RawAnswer answer = await SendAsync(
            $"PUT /{bucket}/key", Headers(UnsignedTrailer, Content.Length, trailer), Chunked(UnsignedTrailer, [Content], trailer));

        IsError(answer, 400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.");
        Assert.Equal("before", await GetTextAsync(bucket, "key"));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public async Task WrongDecodedLength_LeavesTheOldObject(int stated)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");

        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", Headers(Signed, stated, null), Chunked(Signed, [Content], null));

        IsError(
            answer, 400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
        Assert.Equal("before", await GetTextAsync(bucket, "key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("9;chunk-signature=")]
    [InlineData("zz;chunk-signature=aa\r\n123456789\r\n0\r\n\r\n")]
    [InlineData("9\r\n12345")]
    [InlineData("9\r\n123456789")]
    [InlineData("9\r\n123456789\r\n")]
    [InlineData("9\r\n123456789XX0\r\n\r\n")]
    [InlineData("-1\r\n123456789\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffffffff\r\n123456789\r\n0\r\n\r\n")]
    public async Task BrokenFraming_IsRefusedAndLeavesTheOldObject(string body)
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");

        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", Headers(Signed, Content.Length, null), Encoding.ASCII.GetBytes(body));

        IsError(answer, 400, "IncompleteBody", "The request body terminated unexpectedly");
        Assert.Equal("before", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task ConnectionThatBreaksOff_LeavesTheOldObject()
    {
        string bucket = await NewBucketAsync();
        await PutAsync(bucket, "key", "before");
        using (RawConnection connection = await RawConnection.OpenAsync(Instance.Address))
        {
            await connection.WriteAsync(RawConnection.Head(Instance.Address, $"PUT /{bucket}/key", [], 1_000));
            await connection.WriteAsync("only this"u8.ToArray());
        }

        Assert.Equal("before", await GetTextAsync(bucket, "key"));
    }

    [Fact]
    public async Task MissingDecodedLength_IsRefused()
    {
        string bucket = await NewBucketAsync();

        string[] headers = [$"x-amz-content-sha256: {Signed}", "Content-Encoding: aws-chunked"];
        RawAnswer answer = await SendAsync($"PUT /{bucket}/key", headers, Chunked(Signed, [Content], null));

        IsError(answer, 411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }

    private static List<string> Headers(string form, int decodedLength, string? trailer)
    {
        List<string> headers =
        [
            $"x-amz-content-sha256: {form}",
            "Content-Encoding: aws-chunked",
            $"x-amz-decoded-content-length: {decodedLength}",
        ];
        if (trailer is not null) headers.Add($"x-amz-trailer: {trailer.Split(':')[0]}");
        return headers;
    }

    private static byte[] Chunked(string form, string[] chunks, string? trailer)
    {
        string extension = form == UnsignedTrailer ? "" : $";chunk-signature={Signature}";
        var body = new StringBuilder();
        foreach (string chunk in chunks) body.Append($"{chunk.Length:x}{extension}\r\n{chunk}\r\n");
        body.Append($"0{extension}\r\n");
        if (trailer is not null) body.Append(trailer).Append("\r\n");
        if (form == SignedTrailer) body.Append($"x-amz-trailer-signature:{Signature}\r\n");
        return Encoding.ASCII.GetBytes(body.Append("\r\n").ToString());
    }
}
