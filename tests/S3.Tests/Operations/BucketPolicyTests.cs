using System.Text;

namespace RustStack.S3.Tests.Operations;

public sealed class BucketPolicyTests
{
    private const string Public = """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}""";

    [Fact]
    public async Task Policy_IsGivenBackByteForByte()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply none = await s3.GetAsync("/bucket?policy");
        none.AssertError(404, "NoSuchBucketPolicy", "The bucket policy does not exist");
        Assert.Equal("bucket", none["BucketName"]);
        (await s3.GetAsync("/bucket?policyStatus")).AssertError(404, "NoSuchBucketPolicy", "The bucket policy does not exist");

        string policy = Policy(Public.Replace("Allow", "Deny", StringComparison.Ordinal)) + "\n ";
        Assert.Equal(204, (await s3.PutAsync("/bucket?policy", policy)).Status);
        S3Reply got = await s3.GetAsync("/bucket?policy");
        Assert.Equal((policy, "application/json"), (got.Text, got.Header("Content-Type")));
        Assert.Equal("false", (await s3.GetAsync("/bucket?policyStatus"))["IsPublic"]);

        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?policy")).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket?policy")).Status);
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?policy")).Status);
    }

    [Fact]
    public async Task PublicPolicy_IsRefusedUntilTheBlockIsGone()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync("/bucket?policy", Policy(Public))).AssertError(
            403,
            "AccessDenied",
            "User: arn:aws:iam::000000000000:root is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::bucket\" "
            + "because public policies are blocked by the BlockPublicPolicy block public access setting.");
        Assert.Equal(404, (await s3.GetAsync("/bucket?policy")).Status);
        await s3.SendAsync("DELETE", "/bucket?publicAccessBlock");
        Assert.Equal(204, (await s3.PutAsync("/bucket?policy", Policy(Public))).Status);
        Assert.Equal("true", (await s3.GetAsync("/bucket?policyStatus"))["IsPublic"]);
    }

    [Theory]
    [InlineData("[]", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData(" {}", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("{", "This policy contains invalid Json")]
    [InlineData("""{"\ud800": ""}""", "This policy contains invalid Json")]
    [InlineData("""{"Version": "\udc00"}""", "This policy contains invalid Json")]
    [InlineData("{\"Version\":\"2012-10-17\"}", "Missing required field Statement")]
    [InlineData("{\"Statement\":[]}", "Could not parse the policy: Statement is empty!")]
    [InlineData("{\"Version\":\"2020-01-01\",\"Statement\":[]}", "The policy must contain a valid version string")]
    [InlineData("{\"Statements\":[]}", "Unknown field Statements")]
    [InlineData("{\"Statement\":[1]}", "Invalid policy syntax.")]
    public async Task MalformedPolicy_IsRefused(string policy, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync("/bucket?policy", policy)).AssertError(400, "MalformedPolicy", message);
    }

    [Theory]
    [InlineData("""{"Principal":"*","Action":"s3:*","Resource":"*"}""", "Missing required field Effect")]
    [InlineData("""{"Effect":"Maybe","Principal":"*","Action":"s3:*","Resource":"*"}""", "Invalid effect: Maybe")]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":"*"}""", "Missing required field Principal")]
    [InlineData("""{"Effect":"Deny","Principal":"me","Action":"s3:*","Resource":"*"}""", "Invalid principal in policy")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"me"},"Action":"s3:*","Resource":"*"}""", "Invalid principal in policy")]
    [InlineData("""{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::1:root"},"Action":"s3:*","Resource":"*"}""", "Invalid principal in policy")]
    [InlineData("""{"Effect":"Deny","Principal":{"Person":"x"},"Action":"s3:*","Resource":"*"}""", "Invalid principal in policy")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Resource":"*"}""", "Missing required field Action")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:Nothing","Resource":"*"}""", "Policy has invalid action")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}""", "Policy has invalid action")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*"}""", "Missing required field Resource")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::other"}""", "Policy has invalid resource")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"bucket/*"}""", "Policy has invalid resource")]
    [InlineData(
        """{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket"}""",
        "Action does not apply to any resource(s) in statement")]
    [InlineData(
        """{"Effect":"Deny","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:aws:s3:::bucket/*"}""",
        "Action does not apply to any resource(s) in statement")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Colour":"red"}""", "Unknown field Colour")]
    [InlineData(
        """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Resembles":{"a":"b"}}}""",
        "Invalid Condition type : Resembles")]
    [InlineData("""{"Effect":"Deny","Principal":"*","NotPrincipal":"*","Action":"s3:*","Resource":"*"}""", "Invalid policy syntax.")]
    [InlineData(
        """{"Sid":"a","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"},{"Sid":"a","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""",
        "Statement IDs (SID) in a single policy must be unique.")]
    public async Task InvalidStatement_IsRefused(string statement, string message)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await s3.PutAsync("/bucket?policy", Policy(statement))).AssertError(400, "MalformedPolicy", message);
        Assert.Equal(404, (await s3.GetAsync("/bucket?policy")).Status);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:List*","Resource":"arn:aws:s3:::bucket"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::bucket/*"}""")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::123456789012:user/me"]},"NotAction":"s3:GetObject","NotResource":"arn:aws:s3:::bucket/x"}""")]
    [InlineData("""{"Sid":"","Effect":"Deny","Principal":"*","Action":["s3:getobject","s3:*"],"Resource":["arn:aws:s3:::buck*","arn:aws:s3:::bucket/a?c"],"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:x":["a",1,true]}}}""")]
    public async Task ValidStatement_IsAccepted(string statement)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        S3Reply reply = await s3.PutAsync("/bucket?policy", Policy(statement), ("x-amz-confirm-remove-self-bucket-access", "true"));
        Assert.True(reply.Status == 204, reply.Text);
    }

    [Theory]
    [InlineData(0, 204)]
    [InlineData(1, 400)]
    public async Task TwentyKilobytes_AreTheMost(int more, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string policy = Policy(Public.Replace("Allow", "Deny", StringComparison.Ordinal));
        policy += new string(' ', (20 * 1024) - Encoding.UTF8.GetByteCount(policy) + more);
        S3Reply reply = await s3.PutAsync("/bucket?policy", policy);
        Assert.Equal(status, reply.Status);
        if (status == 400) reply.AssertError(400, "MalformedPolicy", "Policy exceeds the maximum allowed document size.");
    }

    [Theory]
    [InlineData("\"*\"", "s3:ListBucket", 403)]
    [InlineData("""{"AWS":"000000000000"}""", "s3:List*", 403)]
    [InlineData("""{"AWS":"arn:aws:iam::000000000000:root"}""", "s3:*", 403)]
    [InlineData("""{"CanonicalUser":"75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a"}""", "*", 403)]
    [InlineData("""{"AWS":"123456789012"}""", "s3:ListBucket", 404)]
    [InlineData("\"*\"", "s3:ListBucketVersions", 404)]
    public async Task MissingKey_IsHiddenFromWhomListingIsDenied(string principal, string action, int status)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/there", "x");
        string statement = $$"""{"Effect":"Deny","Principal":{{principal}},"Action":"{{action}}","Resource":"arn:aws:s3:::bucket"}""";
        Assert.Equal(204, (await s3.PutAsync("/bucket?policy", Policy(statement))).Status);

        S3Reply missing = await s3.GetAsync("/bucket/none");
        Assert.Equal((status, status == 403 ? "AccessDenied" : "NoSuchKey"), (missing.Status, missing["Code"]));
        Assert.Equal(status, (await s3.SendAsync("HEAD", "/bucket/none")).Status);
        Assert.Equal("x", (await s3.GetAsync("/bucket/there")).Text);
    }

    [Fact]
    public async Task DenialWithConditions_HidesNothing()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string statement = """{"Effect":"Deny","Principal":"*","Action":"s3:ListBucket","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""";
        Assert.Equal(204, (await s3.PutAsync("/bucket?policy", Policy(statement))).Status);
        Assert.Equal(404, (await s3.GetAsync("/bucket/none")).Status);
    }

    private static string Policy(string statements) => $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";
}
