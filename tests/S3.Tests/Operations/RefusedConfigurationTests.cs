namespace RustStack.S3.Tests.Operations;

/// <summary>A configuration that is refused leaves the one that is there.</summary>
public sealed class RefusedConfigurationTests
{
    private const string Rule = "<Rule><ID>one</ID><Status>Enabled</Status><Filter/><Expiration><Days>1</Days></Expiration></Rule>";
    private const string CorsRule = "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>";

    [Theory]
    [InlineData("lifecycle", $"<LifecycleConfiguration>{Rule}</LifecycleConfiguration>", "<Rule><Status>Enabled</Status></Rule>")]
    [InlineData("cors", $"<CORSConfiguration>{CorsRule}</CORSConfiguration>", "<CORSRule/>")]
    [InlineData("tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>", "<TagSet><Tag/></TagSet>")]
    [InlineData(
        "website",
        "<WebsiteConfiguration><IndexDocument><Suffix>i.html</Suffix></IndexDocument></WebsiteConfiguration>",
        "<IndexDocument><Suffix>a/b</Suffix></IndexDocument>")]
    [InlineData(
        "encryption",
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>"
        + "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
        "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>rot13</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>")]
    [InlineData("versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", "<Status>Off</Status>")]
    [InlineData(
        "ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>",
        "<Rule><ObjectOwnership>Nobody</ObjectOwnership></Rule>")]
    [InlineData(
        "publicAccessBlock",
        "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>",
        "<BlockPublicAcls>maybe</BlockPublicAcls>")]
    [InlineData(
        "metrics&id=m", "<MetricsConfiguration><Id>m</Id></MetricsConfiguration>", "<Id>other</Id>")]
    public async Task RefusedPut_ChangesNothing(string subResource, string valid, string invalidContent)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        string target = "/bucket?" + subResource;
        S3Reply put = await s3.PutAsync(target, valid);
        Assert.True(put.Status is 200 or 204, put.Text);
        string before = (await s3.GetAsync(target)).Text;
        string root = valid[1..valid.IndexOf('>', StringComparison.Ordinal)];
        foreach (string refused in new[] { $"<{root}>{invalidContent}</{root}>", valid[..^1], $"<{root}x/>" })
        {
            S3Reply reply = await s3.PutAsync(target, refused);
            Assert.True(reply.Status == 400, $"{refused}: {reply.Status} {reply.Text}");
            Assert.Equal(before, (await s3.GetAsync(target)).Text);
        }

        string other = valid.Replace("Enabled", "Suspended", StringComparison.Ordinal);
        S3Reply otherDigest = await s3.PutAsync(target, other, ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));
        otherDigest.AssertError(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        Assert.Equal(before, (await s3.GetAsync(target)).Text);
    }
}
