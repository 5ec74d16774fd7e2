using System.Security.Cryptography;

namespace RustStack.S3.Tests.Operations;

/// <summary>Copies of objects that are encrypted with a customer's key.</summary>
public sealed class CopyEncryptionTests
{
    private const string Prefix = "x-amz-server-side-encryption-customer-";

    [Fact]
    public async Task SourceKey_IsCheckedAndTheTargetsKeyIsItsOwn()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/source", "body", Key("", 1));
        (await CopyAsync(s3)).AssertError(
            400,
            "InvalidRequest",
            "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.");
        (await CopyAsync(s3, Key("x-amz-copy-source-", 2))).AssertError(
            403,
            "AccessDenied",
            "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.");

        Assert.Equal(200, (await CopyAsync(s3, Key("x-amz-copy-source-", 1))).Status);
        S3Reply plain = await s3.GetAsync("/bucket/copy");
        Assert.Equal(("body", "AES256"), (plain.Text, plain.Header("x-amz-server-side-encryption")));

        S3Reply again = await CopyAsync(s3, [.. Key("x-amz-copy-source-", 1), .. Key("", 3)]);
        Assert.Equal((200, "AES256"), (again.Status, again.Header(Prefix + "algorithm")));
        Assert.Equal("body", (await s3.GetAsync("/bucket/copy", Key("", 3))).Text);
        Assert.Equal(400, (await s3.GetAsync("/bucket/copy")).Status);
    }

    [Fact]
    public async Task PartCopy_ChecksBothKeys()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/source", "body", Key("", 1));
        string upload = (await s3.SendAsync("POST", "/bucket/copy?uploads", null, Key("", 2)))["UploadId"]!;
        string target = $"/bucket/copy?partNumber=1&uploadId={upload}";
        (string, string) source = ("x-amz-copy-source", "bucket/source");
        (await s3.SendAsync("PUT", target, null, [source, .. Key("x-amz-copy-source-", 1)])).AssertError(
            400,
            "InvalidRequest",
            "The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption "
            + "parameters.");
        (await s3.SendAsync("PUT", target, null, [source, .. Key("x-amz-copy-source-", 2), .. Key("", 2)])).AssertError(
            403,
            "AccessDenied",
            "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.");
        Assert.Equal(200, (await s3.SendAsync("PUT", target, null, [source, .. Key("x-amz-copy-source-", 1), .. Key("", 2)])).Status);
    }

    private static Task<S3Reply> CopyAsync(S3Harness s3, params (string, string)[] headers) =>
        s3.SendAsync("PUT", "/bucket/copy", null, [("x-amz-copy-source", "bucket/source"), .. headers]);

    private static (string Name, string Value)[] Key(string prefix, byte fill)
    {
        byte[] key = new byte[32];
        Array.Fill(key, fill);
        string name = (prefix.Length == 0 ? "x-amz-" : prefix) + "server-side-encryption-customer-";
        return
        [
            (name + "algorithm", "AES256"),
            (name + "key", Convert.ToBase64String(key)),
            (name + "key-MD5", Convert.ToBase64String(MD5.HashData(key))),
        ];
    }
}
