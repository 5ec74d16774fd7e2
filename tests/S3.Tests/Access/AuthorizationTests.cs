using RustStack.S3.Access;
using RustStack.S3.Policies;
using RustStack.S3.Tests.Operations;
using RustStack.S3.Tests.Signing;

namespace RustStack.S3.Tests.Access;

/// <summary>Who may do what with verification on.</summary>
public sealed class AuthorizationTests
{
    private const string Denied = "Access Denied";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("PUT", "/new-bucket")]
    [InlineData("GET", "/bucket")]
    [InlineData("GET", "/bucket/key")]
    [InlineData("GET", "/bucket/missing")]
    [InlineData("HEAD", "/bucket/key")]
    [InlineData("GET", "/bucket?policy")]
    [InlineData("PUT", "/bucket/key")]
    [InlineData("DELETE", "/bucket/key")]
    [InlineData("DELETE", "/bucket")]
    [InlineData("POST", "/bucket/key?uploads")]
    public async Task Anonymous_IsDenied(string method, string target)
    {
        await using SignedHarness client = await PreparedAsync();
        S3Reply reply = await client.S3.SendAsync(method, target);
        if (method == "HEAD") Assert.Equal(403, reply.Status);
        else reply.AssertError(403, "AccessDenied", Denied);
    }

    [Fact]
    public async Task Anonymous_IsToldOfBucketsThatAreNotThere()
    {
        await using SignedHarness client = new();
        (await client.S3.GetAsync("/nowhere/key")).AssertError(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    [Theory]
    [InlineData("\"s3:GetObject\"", "bucket/*", "GET", "/bucket/key", 200)]
    [InlineData("\"s3:GetObject\"", "bucket/*", "HEAD", "/bucket/key", 200)]
    [InlineData("\"s3:Get*\"", "bucket/k?y", "GET", "/bucket/key", 200)]
    [InlineData("\"s3:GetObject\"", "bucket/other*", "GET", "/bucket/key", 403)]
    [InlineData("\"s3:GetObject\"", "bucket/*", "GET", "/bucket/key?versionId=null", 403)]
    [InlineData("\"s3:GetObjectVersion\"", "bucket/*", "GET", "/bucket/key?versionId=null", 200)]
    [InlineData("\"s3:GetObject\"", "bucket/*", "GET", "/bucket/key?acl", 403)]
    [InlineData("\"s3:GetObject\"", "bucket/*", "GET", "/bucket", 403)]
    [InlineData("\"s3:GetObject\"", "bucket/*", "GET", "/bucket/missing", 403)]
    [InlineData("[\"s3:GetObject\",\"s3:ListBucket\"]", "bucket*", "GET", "/bucket/missing", 404)]
    [InlineData("\"s3:ListBucket\"", "bucket", "GET", "/bucket", 200)]
    [InlineData("\"s3:PutObject\"", "bucket/*", "PUT", "/bucket/key", 200)]
    [InlineData("\"s3:PutObject\"", "bucket/*", "DELETE", "/bucket/key", 403)]
    [InlineData("\"s3:DeleteObject\"", "bucket/*", "DELETE", "/bucket/key", 204)]
    public async Task Anonymous_MayWhatThePolicyAllowsEveryone(string actions, string resource, string method, string target, int status)
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync(
            $$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":{{actions}},"Resource":"arn:aws:s3:::{{resource}}"}]}""");
        Assert.Equal(status, (await client.S3.SendAsync(method, target, method == "PUT" ? [1] : null)).Status);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::bucket/key"}""")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*","Condition":{"StringEquals":{"aws:Referer":"x"}}}""")]
    public async Task PolicyThatDoesNotSurelyAllow_DeniesAnonymous(string statements)
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync($$"""{"Statement":[{{statements}}]}""");
        (await client.S3.GetAsync("/bucket/key")).AssertError(403, "AccessDenied", Denied);
    }

    [Fact]
    public async Task RestrictedPublicBucket_DeniesAnonymous()
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync(
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}]}""");
        Assert.Equal(200, (await client.S3.GetAsync("/bucket/key")).Status);
        const string Block = "<PublicAccessBlockConfiguration><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>";
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket?publicAccessBlock", Block)).Status);
        (await client.S3.GetAsync("/bucket/key")).AssertError(403, "AccessDenied", Denied);
        Assert.Equal(200, (await client.SendAsync("GET", "/bucket/key")).Status);
    }

    [Theory]
    [InlineData("public-read", "", "GET", "/bucket", 200)]
    [InlineData("public-read", "", "GET", "/bucket?versions", 200)]
    [InlineData("public-read", "", "GET", "/bucket/key", 403)]
    [InlineData("public-read", "", "GET", "/bucket/missing", 403)]
    [InlineData("public-read", "", "PUT", "/bucket/key", 403)]
    [InlineData("public-read-write", "", "PUT", "/bucket/key", 200)]
    [InlineData("public-read-write", "", "DELETE", "/bucket/key", 403)]
    [InlineData("private", "public-read", "GET", "/bucket/key", 200)]
    [InlineData("private", "public-read", "GET", "/bucket/key?acl", 403)]
    [InlineData("private", "public-read", "GET", "/bucket", 403)]
    [InlineData("private", "authenticated-read", "GET", "/bucket/key", 403)]
    public async Task Anonymous_MayWhatAclsGrantEveryone(string bucketAcl, string objectAcl, string method, string target, int status)
    {
        await using SignedHarness client = await AclsAsync(bucketAcl, objectAcl);
        Assert.Equal(status, (await client.S3.SendAsync(method, target, method == "PUT" ? [1] : null)).Status);

        const string Block = "<PublicAccessBlockConfiguration><IgnorePublicAcls>true</IgnorePublicAcls></PublicAccessBlockConfiguration>";
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket?publicAccessBlock", Block)).Status);
        Assert.Equal(403, (await client.S3.SendAsync(method, target, method == "PUT" ? [1] : null)).Status);
    }

    [Fact]
    public async Task ExplicitDeny_HoldsForTheOwnerToo()
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync(
            """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::bucket","arn:aws:s3:::bucket/*"]}]}""");
        (await client.SendAsync("GET", "/bucket/key")).AssertError(
            403,
            "AccessDenied",
            "User: arn:aws:iam::111111111111:root is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::bucket/key\" "
            + "with an explicit deny in a resource-based policy");
        Assert.Equal(403, (await client.SendAsync("GET", "/bucket")).Status);
        Assert.Equal(200, (await client.SendAsync("GET", "/bucket?policy")).Status);
        Assert.Equal(204, (await client.SendAsync("DELETE", "/bucket?policy")).Status);
        Assert.Equal(200, (await client.SendAsync("GET", "/bucket/key")).Status);
    }

    [Theory]
    [InlineData("s3:GetObject", "PUT", "/bucket/copy", "x-amz-copy-source", "/bucket/key")]
    [InlineData("s3:PutObjectTagging", "PUT", "/bucket/key", "x-amz-tagging", "a=b")]
    [InlineData("s3:PutObject", "PUT", "/bucket/key", "x-amz-meta-a", "b")]
    public async Task ExplicitDeny_HoldsForWhatARequestDoesBesides(string action, string method, string target, string header, string value)
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync(
            $$"""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"{{action}}","Resource":"arn:aws:s3:::bucket/*"}]}""");
        S3Reply reply = await client.SendAsync(method, target, "", (header, value));
        Assert.Equal((403, "AccessDenied"), (reply.Status, reply["Code"]));
    }

    [Fact]
    public async Task DeleteObjects_IsAskedForEachKey()
    {
        await using SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync(
            """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::bucket/key"}]}""");
        S3Reply reply = await client.SendAsync(
            "POST", "/bucket?delete", "<Delete><Object><Key>key</Key></Object><Object><Key>other</Key></Object></Delete>", ("Content-MD5", Md5));
        Assert.Equal((200, "key", "AccessDenied"), (reply.Status, reply.Xml.Descendants().Single(static found => found.Name.LocalName == "Error")
            .Elements().First(static found => found.Name.LocalName == "Key").Value, reply["Code"]));
        Assert.Equal(200, (await client.SendAsync("GET", "/bucket/key")).Status);
    }

    [Fact]
    public void EveryMappedAction_IsOneThatPoliciesKnow()
    {
        IEnumerable<string> operations = typeof(S3Service).Assembly.GetTypes()
            .Where(static type => type.Namespace == "RustStack.S3.Operations" && type.IsClass && !type.IsNested)
            .Select(static type => type.Name);
        string[] unmapped = [.. operations.Where(static name => OperationActions.Find(name) is null && !OperationActions.ChecksItself(name))];
        Assert.Equal(["CreateBucket", "ListBuckets"], unmapped.Order(StringComparer.Ordinal));
        foreach (OperationAction action in operations.Select(OperationActions.Find).OfType<OperationAction>())
        {
            foreach (string? name in (string?[])[action.Action, action.VersionAction])
            {
                if (name is null) continue;
                Assert.True(action.IsOnObject ? PolicyActions.ApplyToObjects(name) : PolicyActions.ApplyToBuckets(name), name);
            }
        }
    }

    private static string Md5 => Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(
        "<Delete><Object><Key>key</Key></Object><Object><Key>other</Key></Object></Delete>"u8));

    private static async Task<SignedHarness> PreparedAsync()
    {
        SignedHarness client = await new SignedHarness().WithBucketAsync();
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket/key", "body")).Status);
        return client;
    }

    private static async Task<SignedHarness> AclsAsync(string bucketAcl, string objectAcl)
    {
        SignedHarness client = await (await PreparedAsync()).WithoutBlockAsync();
        const string Ownership = "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>";
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket?ownershipControls", Ownership)).Status);
        Assert.Equal(200, (await client.SendAsync("PUT", "/bucket?acl", "", ("x-amz-acl", bucketAcl))).Status);
        if (objectAcl.Length > 0) Assert.Equal(200, (await client.SendAsync("PUT", "/bucket/key?acl", "", ("x-amz-acl", objectAcl))).Status);
        return client;
    }
}
