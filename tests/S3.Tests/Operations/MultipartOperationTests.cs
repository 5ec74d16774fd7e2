using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RustStack.S3.Checksums;

namespace RustStack.S3.Tests.Operations;

public sealed class MultipartOperationTests
{
    private const int MinPart = 5 * 1024 * 1024;
    private const string InvalidPart =
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may "
        + "not match the part's entity tag.";

    private const string NoSuchUpload =
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.";

    private static readonly byte[] First = Bytes(MinPart, 1);
    private static readonly byte[] Second = Bytes(MinPart + 1, 2);
    private static readonly byte[] Last = Bytes(3, 3);

    [Fact]
    public async Task Parts_BecomeOneObject()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big", ("x-amz-meta-m", "v"), ("Content-Type", "text/plain"));
        string[] etags = [await PartAsync(s3, id, 2, First), await PartAsync(s3, id, 5, Second), await PartAsync(s3, id, 9, Last)];
        Assert.Equal(404, (await s3.GetAsync("/bucket/big")).Status);
        string document = Document((2, etags[0]), (5, etags[1]), (9, etags[2]));

        S3Reply reply = await CompleteAsync(s3, id, document);

        byte[] whole = [.. First, .. Second, .. Last];
        byte[] md5s = [.. MD5.HashData(First), .. MD5.HashData(Second), .. MD5.HashData(Last)];
        string etag = $"\"{Convert.ToHexStringLower(MD5.HashData(md5s))}-3\"";
        Assert.Equal((200, etag, "http://localhost:4566/bucket/big"), (reply.Status, reply["ETag"], reply["Location"]));
        Assert.Equal(("FULL_OBJECT", Checksum(ChecksumKind.Crc64Nvme, whole)), (reply["ChecksumType"], reply["ChecksumCRC64NVME"]));
        S3Reply got = await s3.GetAsync("/bucket/big");
        Assert.True(whole.AsSpan().SequenceEqual(got.Body));
        Assert.Equal((etag, "v", "text/plain"), (got.Header("ETag"), got.Header("x-amz-meta-m"), got.Header("Content-Type")));

        S3Reply part = await s3.GetAsync("/bucket/big?partNumber=9");
        Assert.True(Last.AsSpan().SequenceEqual(part.Body));
        Assert.Equal((206, "3"), (part.Status, part.Header("x-amz-mp-parts-count")));
        Assert.Equal($"bytes {whole.Length - 3}-{whole.Length - 1}/{whole.Length}", part.Header("Content-Range"));
        S3Reply range = await s3.GetAsync("/bucket/big", ("Range", $"bytes={MinPart - 2}-{MinPart + 1}"));
        Assert.True(whole.AsSpan(MinPart - 2, 4).SequenceEqual(range.Body));

        S3Reply again = await CompleteAsync(s3, id, document);
        Assert.Equal((200, etag), (again.Status, again["ETag"]));
        (await s3.GetAsync($"/bucket/big?uploadId={id}")).AssertError(404, "NoSuchUpload", NoSuchUpload);
    }

    [Fact]
    public async Task WrongCompletion_IsRefusedAndTheUploadGoesOn()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big");
        string first = await PartAsync(s3, id, 1, First);
        string second = await PartAsync(s3, id, 2, Last);
        string third = await PartAsync(s3, id, 3, Last);
        (await CompleteAsync(s3, id, Document((2, second), (1, first)))).AssertError(
            400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
        (await CompleteAsync(s3, id, Document((1, first), (1, first)))).AssertError(
            400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
        S3Reply wrongTag = await CompleteAsync(s3, id, Document((1, "\"0000\"")));
        wrongTag.AssertError(400, "InvalidPart", InvalidPart);
        Assert.Equal((id, "1", "0000"), (wrongTag["UploadId"], wrongTag["PartNumber"], wrongTag["ETag"]));
        (await CompleteAsync(s3, id, Document((1, first), (4, first)))).AssertError(400, "InvalidPart", InvalidPart);
        S3Reply small = await CompleteAsync(s3, id, Document((1, first), (2, second), (3, third)));
        small.AssertError(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        Assert.Equal(("2", "3", "5242880"), (small["PartNumber"], small["ProposedSize"], small["MinSizeAllowed"]));
        (await CompleteAsync(s3, id, "<CompleteMultipartUpload/>")).AssertError(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        (await CompleteAsync(s3, "nope", Document((1, first)))).AssertError(404, "NoSuchUpload", NoSuchUpload);
        (await CompleteAsync(s3, id, Document((1, first)), ("x-amz-mp-object-size", "7"))).AssertError(
            400, "InvalidRequest", $"The provided 'x-amz-mp-object-size' header value 7 does not match what was computed: {MinPart}");
        await s3.PutAsync("/bucket/big", "old");
        (await CompleteAsync(s3, id, Document((1, first)), ("If-None-Match", "*"))).AssertError(
            412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        Assert.Equal("old", (await s3.GetAsync("/bucket/big")).Text);
        Assert.Equal(200, (await CompleteAsync(s3, id, Document((1, first), (3, third)))).Status);
        Assert.Equal(MinPart + 3, (await s3.GetAsync("/bucket/big")).Body.Length);
    }

    [Theory]
    [InlineData("CRC32", null, "COMPOSITE")]
    [InlineData("CRC32C", "FULL_OBJECT", "FULL_OBJECT")]
    [InlineData("CRC64NVME", null, "FULL_OBJECT")]
    [InlineData("SHA1", null, "COMPOSITE")]
    [InlineData("SHA256", "COMPOSITE", "COMPOSITE")]
    public async Task DeclaredChecksum_IsThatOfTheObject(string algorithm, string? type, string expectedType)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        ChecksumKind kind = ChecksumKinds.Parse(algorithm)!.Value;
        List<(string, string)> headers = [("x-amz-checksum-algorithm", algorithm)];
        if (type is not null) headers.Add(("x-amz-checksum-type", type));
        string id = await BeginAsync(s3, "big", [.. headers]);
        (await s3.SendAsync("PUT", $"/bucket/big?partNumber=1&uploadId={id}", Last)).AssertError(
            400,
            "InvalidRequest",
            $"Checksum Type mismatch occurred, expected checksum Type: {algorithm.ToLowerInvariant()}, actual checksum Type: null");
        string[] sums = [Checksum(kind, First), Checksum(kind, Last)];
        string first = await PartAsync(s3, id, 1, First, (kind.HeaderName(), sums[0]));
        string last = await PartAsync(s3, id, 2, Last, (kind.HeaderName(), sums[1]));
        string element = "Checksum" + algorithm;
        string document = "<CompleteMultipartUpload>"
            + $"<Part><PartNumber>1</PartNumber><ETag>{first}</ETag><{element}>{sums[0]}</{element}></Part>"
            + $"<Part><PartNumber>2</PartNumber><ETag>{last}</ETag><{element}>{sums[1]}</{element}></Part></CompleteMultipartUpload>";
        string expected = expectedType == "FULL_OBJECT"
            ? Checksum(kind, [.. First, .. Last])
            : Checksum(kind, [.. Convert.FromBase64String(sums[0]), .. Convert.FromBase64String(sums[1])]) + "-2";

        string wrong = Checksum(kind, [1, 2, 3]);
        (await CompleteAsync(s3, id, document, (kind.HeaderName(), wrong))).AssertError(
            400, "BadDigest", $"The {algorithm.ToLowerInvariant()} you specified did not match the calculated checksum.");
        S3Reply reply = await CompleteAsync(s3, id, document, (kind.HeaderName(), expected), ("x-amz-checksum-type", expectedType));
        Assert.True(reply.Status == 200, reply.Text);
        Assert.Equal((expectedType, expected), (reply["ChecksumType"], reply[element]));
        S3Reply head = await s3.SendAsync("HEAD", "/bucket/big", null, ("x-amz-checksum-mode", "ENABLED"));
        Assert.Equal((expectedType, expected), (head.Header("x-amz-checksum-type"), head.Header(kind.HeaderName())));
    }

    [Theory]
    [InlineData("CRC64NVME", "COMPOSITE", "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.")]
    [InlineData("SHA256", "FULL_OBJECT", "The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm.")]
    [InlineData("CRC32", "HALF", "Value for x-amz-checksum-type header is invalid.")]
    [InlineData(null, "COMPOSITE", "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.")]
    [InlineData(
        "MD4",
        null,
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, "
        + "SHA256]")]
    public async Task WrongChecksumDeclaration_IsRefused(string? algorithm, string? type, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        List<(string, string)> headers = [];
        if (algorithm is not null) headers.Add(("x-amz-checksum-algorithm", algorithm));
        if (type is not null) headers.Add(("x-amz-checksum-type", type));
        (await s3.SendAsync("POST", "/bucket/big?uploads", null, [.. headers])).AssertError(400, "InvalidRequest", message);
    }

    [Fact]
    public async Task CompositeUpload_NeedsEveryPartsChecksum()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big", ("x-amz-checksum-algorithm", "CRC32"));
        string part = await PartAsync(s3, id, 1, Last, ("x-amz-checksum-crc32", Checksum(ChecksumKind.Crc32, Last)));
        (await CompleteAsync(s3, id, Document((1, part)))).AssertError(
            400,
            "InvalidRequest",
            "The upload was created using a crc32 checksum. The complete request must include the checksum for each part. It was "
            + "missing for part 1 in the request.");
    }

    [Fact]
    public async Task ListParts_PagesAndShowsReplacedPartsOnce()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big");
        foreach (int number in new[] { 4, 1, 9 }) await PartAsync(s3, id, number, First);
        string replaced = await PartAsync(s3, id, 4, Last);
        S3Reply first = await s3.GetAsync($"/bucket/big?uploadId={id}&max-parts=2");
        Assert.Equal(["1", "4"], first.All("PartNumber"));
        Assert.Equal(
            ("true", "4", "0", replaced),
            (first["IsTruncated"], first["NextPartNumberMarker"], first["PartNumberMarker"], first.All("ETag")[1]));
        S3Reply second = await s3.GetAsync($"/bucket/big?uploadId={id}&max-parts=2&part-number-marker=4");
        Assert.Equal(["9"], second.All("PartNumber"));
        Assert.Equal("false", second["IsTruncated"]);
    }

    [Fact]
    public async Task ListUploads_HonoursMarkersPrefixAndDelimiter()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        List<string> ids = [];
        foreach (string key in new[] { "b", "a/1", "b", "a/2", "c%20d" })
        {
            ids.Add(await BeginAsync(s3, key));
            s3.Time.Advance(TimeSpan.FromSeconds(1));
        }

        S3Reply all = await s3.GetAsync("/bucket?uploads&encoding-type=url");
        Assert.Equal(["a/1", "a/2", "b", "b", "c+d"], all.All("Key"));
        Assert.Equal([ids[1], ids[3], ids[0], ids[2], ids[4]], all.All("UploadId"));
        S3Reply grouped = await s3.GetAsync("/bucket?uploads&delimiter=/&max-uploads=2");
        Assert.Equal(["b"], grouped.All("Key"));
        Assert.Equal(("true", "b", ids[0]), (grouped["IsTruncated"], grouped["NextKeyMarker"], grouped["NextUploadIdMarker"]));
        S3Reply next = await s3.GetAsync($"/bucket?uploads&delimiter=/&key-marker=b&upload-id-marker={ids[0]}");
        Assert.Equal([ids[2], ids[4]], next.All("UploadId"));
        Assert.Equal([ids[4]], (await s3.GetAsync("/bucket?uploads&key-marker=b")).All("UploadId"));
        Assert.Equal(["a/1", "a/2"], (await s3.GetAsync("/bucket?uploads&prefix=a/")).All("Key"));
    }

    [Fact]
    public async Task Abort_EndsTheUpload()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big");
        await PartAsync(s3, id, 1, Second);
        Assert.Equal(204, (await s3.SendAsync("DELETE", $"/bucket/big?uploadId={id}")).Status);
        (await s3.SendAsync("DELETE", $"/bucket/big?uploadId={id}")).AssertError(404, "NoSuchUpload", NoSuchUpload);
        (await s3.SendAsync("PUT", $"/bucket/big?uploadId={id}&partNumber=2", Last)).AssertError(404, "NoSuchUpload", NoSuchUpload);
        Assert.Empty((await s3.GetAsync("/bucket?uploads")).All("UploadId"));
    }

    [Fact]
    public async Task PartCopy_TakesARange()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/source", "abcdefghij");
        string id = await BeginAsync(s3, "big");
        S3Reply part = await CopyPartAsync("bytes=2-4");
        Assert.Equal((200, "\"a256e6b336afdc38c564789c399b516c\""), (part.Status, part["ETag"]));
        await CompleteAsync(s3, id, Document((1, part["ETag"]!)));
        Assert.Equal("cde", (await s3.GetAsync("/bucket/big")).Text);

        id = await BeginAsync(s3, "big");
        (await CopyPartAsync("bytes=2-10")).AssertError(
            400, "InvalidArgument", "Range specified is not valid for source object of size: 10");
        (await CopyPartAsync("bytes=2-")).AssertError(
            400,
            "InvalidArgument",
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets "
            + "of the first and last bytes to copy");

        Task<S3Reply> CopyPartAsync(string range) => s3.SendAsync(
            "PUT",
            $"/bucket/big?partNumber=1&uploadId={id}",
            null,
            ("x-amz-copy-source", "bucket/source"),
            ("x-amz-copy-source-range", range));
    }

    [Fact]
    public async Task CopyOfAMultipartObject_HasTheDigestOfItsBytes()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string id = await BeginAsync(s3, "big");
        await CompleteAsync(s3, id, Document((1, await PartAsync(s3, id, 1, First)), (2, await PartAsync(s3, id, 2, Last))));
        S3Reply copy = await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", "bucket/big"));
        byte[] whole = [.. First, .. Last];
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(whole))}\"", copy["ETag"]);
        await s3.SendAsync("DELETE", "/bucket/big");
        S3Reply got = await s3.GetAsync("/bucket/copy");
        Assert.True(whole.AsSpan().SequenceEqual(got.Body));
    }

    private static async Task<string> BeginAsync(S3Harness s3, string key, params (string Name, string Value)[] headers)
    {
        S3Reply reply = await s3.SendAsync("POST", $"/bucket/{key}?uploads", null, headers);
        Assert.True(reply.Status == 200, reply.Text);
        return reply["UploadId"]!;
    }

    private static async Task<string> PartAsync(
        S3Harness s3, string id, int number, byte[] body, params (string Name, string Value)[] headers)
    {
        S3Reply reply = await s3.SendAsync("PUT", $"/bucket/big?partNumber={number}&uploadId={id}", body, headers);
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Header("ETag")!;
    }

    private static Task<S3Reply> CompleteAsync(S3Harness s3, string id, string document, params (string Name, string Value)[] headers) =>
        s3.SendAsync("POST", $"/bucket/big?uploadId={id}", Encoding.UTF8.GetBytes(document), headers);

    private static string Document(params (int Number, string ETag)[] parts) => "<CompleteMultipartUpload>"
        + string.Concat(parts.Select(part => string.Create(
            CultureInfo.InvariantCulture, $"<Part><PartNumber>{part.Number}</PartNumber><ETag>{part.ETag}</ETag></Part>")))
        + "</CompleteMultipartUpload>";

    private static string Checksum(ChecksumKind kind, byte[] bytes)
    {
        using var hash = StreamingHash.Create(kind);
        hash.Append(bytes);
        return Convert.ToBase64String(hash.Finish());
    }

    private static byte[] Bytes(int length, int seed)
    {
        byte[] bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
