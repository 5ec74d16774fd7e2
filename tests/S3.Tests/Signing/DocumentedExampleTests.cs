using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Signing;
using RustStack.S3.Buckets;
using RustStack.S3.Routing;
using RustStack.S3.Signing;
using RustStack.S3.Uploads;

namespace RustStack.S3.Tests.Signing;

/// <summary>
/// The examples of the Amazon S3 API reference ("Authenticating requests (AWS signature version 4)") and of its user guide ("Signing and
/// authenticating REST requests (AWS signature version 2)"), with the signatures that they have there.
/// </summary>
public sealed class DocumentedExampleTests
{
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Host = "examplebucket.s3.amazonaws.com";
    private const string Date = "20130524T000000Z";

    private static readonly DateTimeOffset Now = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly AccessKeys Keys = new(
        [new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "123456789012")]);

    private readonly S3Authentication _authentication = new(Keys, new BucketRegistry(new IdSource()), "us-east-1");
    private readonly S3TargetReader _targets = new(new S3Options(false, true, S3Options.DefaultDomain, 0));

    [Theory]
    [InlineData(
        "GET", "/test.txt", "range=bytes=0-9|x-amz-date=" + Date, Empty, "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData(
        "PUT", "/test%24file.text", "date=Fri, 24 May 2013 00:00:00 GMT|x-amz-date=" + Date + "|x-amz-storage-class=REDUCED_REDUNDANCY",
        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072", "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")]
    [InlineData("GET", "/?lifecycle", "x-amz-date=" + Date, Empty, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData(
        "GET", "/?max-keys=2&prefix=J", "x-amz-date=" + Date, Empty, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void Header_IsGood(string method, string target, string headers, string payloadHash, string signature)
    {
        HeaderDictionary all = Read($"host={Host}|{headers}|x-amz-content-sha256={payloadHash}");
        Authorize(all, signature);
        Assert.Equal("123456789012", Authenticate(method, target, all).AccountId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(86_400)]
    public void PresignedUrl_IsGood(int secondsLater)
    {
        const string Target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        Assert.Equal("123456789012", Authenticate("GET", Target, Read("host=" + Host), Now.AddSeconds(secondsLater)).AccountId);
    }

    [Fact]
    public void Chunks_AreGood()
    {
        HeaderDictionary headers = Read(
            $"host=s3.amazonaws.com|x-amz-date={Date}|x-amz-storage-class=REDUCED_REDUNDANCY|content-encoding=aws-chunked"
            + "|x-amz-decoded-content-length=66560|content-length=66824|x-amz-content-sha256=STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        Authorize(headers, "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
        Caller caller = Authenticate("PUT", "/examplebucket/chunkObject.txt", headers);
        AwsChunkedDecoder decoder = new(new ChunkSignatures(new(caller.Signature!, HasTrailers: false)));

        string payload = new('a', 65_536);
        Decode(
            decoder,
            $"10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n{payload}\r\n"
            + $"400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n{payload[..1024]}\r\n"
            + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n");
    }

    [Theory]
    [InlineData("sOO8/Q==", "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435", true)]
    [InlineData("sOO8/A==", "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435", false)]
    [InlineData("sOO8/Q==", "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e436", false)]
    [InlineData("sOO8/Q==", null, false)]
    public void ChunksWithTrailer_AreGoodAsDocumentedAlone(string checksum, string? signature, bool isGood)
    {
        HeaderDictionary headers = Read(
            $"host=s3.amazonaws.com|x-amz-date={Date}|x-amz-storage-class=REDUCED_REDUNDANCY|content-encoding=aws-chunked"
            + "|x-amz-decoded-content-length=66560|x-amz-trailer=x-amz-checksum-crc32c"
            + "|x-amz-content-sha256=STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        Authorize(headers, "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
        Caller caller = Authenticate("PUT", "/examplebucket/chunkObject.txt", headers);
        AwsChunkedDecoder decoder = new(new ChunkSignatures(new(caller.Signature!, HasTrailers: true)));

        string payload = new('a', 65_536);
        string body = $"10000;chunk-signature=b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2\r\n{payload}\r\n"
            + $"400;chunk-signature=1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7\r\n{payload[..1024]}\r\n"
            + "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
            + $"x-amz-checksum-crc32c:{checksum}\r\n{(signature is null ? "" : $"x-amz-trailer-signature:{signature}\r\n")}\r\n";
        if (isGood) Decode(decoder, body);
        else Assert.Equal("SignatureDoesNotMatch", Assert.Throws<AwsException>(() => Decode(decoder, body)).Code);
    }

    [Theory]
    [InlineData("GET", "/photos/puppy.jpg", "date=Tue, 27 Mar 2007 19:36:42 +0000", "bWq2s1WEIj+Ydj0vQ697zp+IXMU=")]
    [InlineData(
        "PUT", "/photos/puppy.jpg", "content-type=image/jpeg|content-length=94328|date=Tue, 27 Mar 2007 21:15:45 +0000",
        "MyyxeRY7whkBe+bq8fHCL/2kKUg=")]
    [InlineData("GET", "/?prefix=photos&max-keys=50&marker=puppy", "date=Tue, 27 Mar 2007 19:42:41 +0000", "htDYFYduRNen8P9ZfE/s9SuKy0U=")]
    [InlineData("GET", "/?acl", "date=Tue, 27 Mar 2007 19:44:46 +0000", "c2WLPFtWHVgbEmeEG93a4cG37dM=")]
    public void Version2_IsGood(string method, string target, string headers, string signature)
    {
        HeaderDictionary all = Read("host=johnsmith.s3.amazonaws.com|" + headers);
        all["Authorization"] = "AWS AKIAIOSFODNN7EXAMPLE:" + signature;
        Assert.Equal("123456789012", Authenticate(method, target, all, SignatureTime.Parse(all["date"])!.Value.AddMinutes(14)).AccountId);
    }

    [Theory]
    [InlineData("/photos/puppy.jpg", "1175139620", "NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D", true)]
    [InlineData("/photos/puppy.jpg", "1175139621", "NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D", false)]
    [InlineData("/photos/kitten.jpg", "1175139620", "NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D", false)]
    public void Version2Url_IsGoodAsDocumentedAlone(string path, string expires, string signature, bool isGood)
    {
        string target = $"{path}?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature={signature}&Expires={expires}";
        Caller Ask() => Authenticate("GET", target, Read("host=johnsmith.s3.amazonaws.com"), DateTimeOffset.FromUnixTimeSeconds(1_175_139_620));
        if (isGood) Assert.Equal("123456789012", Ask().AccountId);
        else Assert.Equal("SignatureDoesNotMatch", Assert.Throws<AwsException>(Ask).Code);
    }

    private static HeaderDictionary Read(string headers)
    {
        HeaderDictionary read = [];
        foreach (string[] header in headers.Split('|').Select(static header => header.Split('=', 2))) read[header[0]] = header[1];
        return read;
    }

    private static void Authorize(HeaderDictionary headers, string signature)
    {
        string signed = string.Join(';', headers.Keys.Order(StringComparer.Ordinal));
        headers["Authorization"] =
            $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders={signed},Signature={signature}";
    }

    private static void Decode(AwsChunkedDecoder decoder, string body)
    {
        ReadOnlyMemory<byte> input = Encoding.ASCII.GetBytes(body);
        while (decoder.TryRead(ref input, 1000, out _))
        {
        }

        decoder.Finish();
    }

    private Caller Authenticate(string method, string target, HeaderDictionary headers, DateTimeOffset? now = null) =>
        _authentication.Authenticate(new(method, target, headers), _targets.Read(target, headers["host"].ToString()), now ?? Now);
}
