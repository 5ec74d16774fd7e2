using System.Text;
using RustStack.S3.Tests.Operations;

namespace RustStack.S3.Tests.Signing;

/// <summary>aws-chunked uploads whose chunks and trailers are signed: as sent they are stored, with any byte changed they are not.</summary>
public sealed class ChunkedSignatureTests
{
    private const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string UnsignedWithTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

    private static readonly byte[] Payload = Encoding.ASCII.GetBytes(new string('p', 20_000));

    [Theory]
    [InlineData(Signed)]
    [InlineData(SignedWithTrailer)]
    [InlineData(UnsignedWithTrailer)]
    public async Task EveryForm_IsStored(string form)
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        Assert.Equal(200, (await UploadAsync(client, form)).Status);
        Assert.Equal(Payload, (await client.SendAsync("GET", "/bucket/key")).Body);
    }

    [Theory]
    [InlineData("p", "q", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData("2328;", "2327;", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData(";chunk-signature=", ";chunk-signaturE=0", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData(";chunk-signature=", ";other=", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData("x-amz-checksum-crc32:", "x-amz-checksum-crc32:B", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData("x-amz-trailer-signature:", "x-amz-trailer-signaturE:0", 403, "SignatureDoesNotMatch", Mismatch)]
    [InlineData("x-amz-trailer-signature:", "x-other:", 403, "SignatureDoesNotMatch", Mismatch)]
    public async Task TamperedChunk_LeavesNothing(string text, string replacement, int status, string code, string message)
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        S3Reply reply = await UploadAsync(client, SignedWithTrailer, body =>
        {
            int at = body.IndexOf(text, StringComparison.Ordinal);
            return body[..at] + replacement + body[(at + text.Length)..];
        });
        reply.AssertError(status, code, message);
        Assert.Equal(404, (await client.SendAsync("GET", "/bucket/key")).Status);
    }

    [Fact]
    public async Task ChunksInOtherOrder_DoNotMatch()
    {
        await using SignedHarness client = await new SignedHarness().WithBucketAsync();
        S3Reply reply = await UploadAsync(client, Signed, static body =>
        {
            int first = body.IndexOf("\r\n2328;", StringComparison.Ordinal) + 2;
            int second = body.IndexOf("\r\n7d0;", StringComparison.Ordinal) + 2;
            return body[first..second] + body[..first] + body[second..];
        });
        reply.AssertError(403, "SignatureDoesNotMatch", Mismatch);
    }

    [Fact]
    public async Task SignedChunksOfAnUnsignedRequest_AreRefused()
    {
        await using SignedHarness client = await (await new SignedHarness().WithBucketAsync()).WithoutBlockAsync(
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::bucket/*"}]}""");
        S3Reply reply = await client.S3.PutAsync("/bucket/key", "0;chunk-signature=0\r\n\r\n", ("x-amz-content-sha256", Signed), ("x-amz-decoded-content-length", "0"));
        reply.AssertError(
            400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    private static Task<S3Reply> UploadAsync(SignedHarness client, string form, Func<string, string>? change = null)
    {
        List<(string Name, string Value)> more = [("x-amz-decoded-content-length", "20000"), ("content-encoding", "aws-chunked")];
        if (form != Signed) more.Add(("x-amz-trailer", "x-amz-checksum-crc32"));
        (string Name, string Value)[] headers = client.Sign("PUT", "/bucket/key", form, client.Now, [.. more]);
        string seed = headers.Single(static header => header.Name == "Authorization").Value.Split("Signature=")[1];
        string body = Encode(client, form, seed);
        return client.S3.SendAsync("PUT", "/bucket/key", Encoding.ASCII.GetBytes(change?.Invoke(body) ?? body), headers);
    }

    private static string Encode(SignedHarness client, string form, string signature)
    {
        bool isSigned = form != UnsignedWithTrailer;
        StringBuilder body = new();
        foreach (byte[] chunk in Payload.Chunk(9_000).Append([]))
        {
            signature = client.Signer.SignChunk(signature, chunk, client.Now);
            body.Append(chunk.Length.ToString("x", null)).Append(isSigned ? $";chunk-signature={signature}" : "").Append("\r\n");
            if (chunk.Length > 0) body.Append(Encoding.ASCII.GetString(chunk)).Append("\r\n");
        }

        if (form == Signed) return body.Append("\r\n").ToString();
        byte[] crc = System.IO.Hashing.Crc32.Hash(Payload);
        Array.Reverse(crc);
        string trailer = $"x-amz-checksum-crc32:{Convert.ToBase64String(crc)}";
        body.Append(trailer).Append("\r\n");
        if (isSigned) body.Append("x-amz-trailer-signature:").Append(client.Signer.SignTrailers(signature, trailer + "\n", client.Now)).Append("\r\n");
        return body.Append("\r\n").ToString();
    }
}
