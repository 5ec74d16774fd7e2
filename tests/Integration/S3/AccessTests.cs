using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

/// <summary>ACLs, ownership, the public access block and policies, as the SDK writes and reads them.</summary>
public sealed class AccessTests(RunningInstance instance) : S3Test(instance)
{
    private const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    private const string Stranger = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task CannedAcl_ComesBackAsGrants()
    {
        string bucket = await NewOpenBucketAsync();
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "k", ContentBody = "x", CannedACL = S3CannedACL.PublicRead });

        GetObjectAclResponse acl = await S3.GetObjectAclAsync(new GetObjectAclRequest { BucketName = bucket, Key = "k" });

        Assert.Equal([S3Permission.FULL_CONTROL, S3Permission.READ], acl.Grants.Select(static grant => grant.Permission));
        Assert.Equal((acl.Owner.Id, AllUsers), (acl.Grants[0].Grantee.CanonicalUser, acl.Grants[1].Grantee.URI));
    }

    [Fact]
    public async Task Document_ReplacesTheBucketsAcl()
    {
        string bucket = await NewOpenBucketAsync();
        string owner = (await S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = bucket })).Owner.Id;
        await S3.PutBucketAclAsync(new PutBucketAclRequest
        {
            BucketName = bucket,
            AccessControlPolicy = new S3AccessControlList
            {
                Owner = new Owner { Id = owner },
                Grants =
                [
                    new S3Grant { Grantee = new S3Grantee { CanonicalUser = Stranger }, Permission = S3Permission.WRITE },
                    new S3Grant { Grantee = new S3Grantee { URI = AllUsers }, Permission = S3Permission.READ_ACP },
                ],
            },
        });

        GetBucketAclResponse acl = await S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = bucket });

        Assert.Equal([Stranger, null], acl.Grants.Select(static grant => grant.Grantee.CanonicalUser));
        Assert.Equal([S3Permission.WRITE, S3Permission.READ_ACP], acl.Grants.Select(static grant => grant.Permission));
    }

    [Fact]
    public async Task OwnerEnforcedBucket_TakesNoAcl()
    {
        string bucket = await NewBucketAsync();
        await FailsAsync(
            400,
            "AccessControlListNotSupported",
            "The bucket does not allow ACLs",
            () => S3.PutBucketAclAsync(new PutBucketAclRequest { BucketName = bucket, ACL = S3CannedACL.Private }));
    }

    [Fact]
    public async Task PublicPolicy_NeedsTheBlockToGo()
    {
        string bucket = await NewBucketAsync();
        string policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/*"}]}
            """;
        await FailsAsync(
            403,
            "AccessDenied",
            $"User: arn:aws:iam::{DefaultAccountId}:root is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::{bucket}\" "
            + "because public policies are blocked by the BlockPublicPolicy block public access setting.",
            () => S3.PutBucketPolicyAsync(bucket, policy));
        await S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });

        PutBucketPolicyResponse put = await S3.PutBucketPolicyAsync(bucket, policy);
        GetBucketPolicyResponse got = await S3.GetBucketPolicyAsync(bucket);
        GetBucketPolicyStatusResponse status = await S3.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket });

        Assert.Equal(HttpStatusCode.NoContent, put.HttpStatusCode);
        Assert.Equal(policy, got.Policy);
        Assert.True(status.PolicyStatus.IsPublic);
    }

    [Fact]
    public async Task MissingKey_IsForbiddenWhereListingIsDenied()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketPolicyAsync(
            bucket,
            $$"""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:ListBucket","Resource":"arn:aws:s3:::{{bucket}}"}]}""");

        await FailsAsync(403, "AccessDenied", "Access Denied", () => S3.GetObjectAsync(bucket, "none"));
        await HeadFailsAsync(HttpStatusCode.Forbidden, () => S3.GetObjectMetadataAsync(bucket, "none"));
    }

    private async Task<string> NewOpenBucketAsync()
    {
        string bucket = await NewBucketAsync();
        await S3.PutBucketOwnershipControlsAsync(new PutBucketOwnershipControlsRequest
        {
            BucketName = bucket,
            OwnershipControls = new OwnershipControls { Rules = [new OwnershipControlsRule { ObjectOwnership = ObjectOwnership.ObjectWriter }] },
        });
        await S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });
        return bucket;
    }
}
