namespace RustStack.S3.Tests.Operations;

/// <summary>ACLs, object ownership and the public access block.</summary>
public sealed class AclTests
{
    private const string Owner = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";
    private const string Other = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    private const string Malformed = "The XML you provided was not well-formed or did not validate against our published schema";

    [Fact]
    public async Task NewBucket_IsItsOwnersAlone()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket?acl"));
        Assert.Equal("BucketOwnerEnforced", (await s3.GetAsync("/bucket?ownershipControls"))["ObjectOwnership"]);
        S3Reply block = await s3.GetAsync("/bucket?publicAccessBlock");
        string[] elements = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
        Assert.All(elements, element => Assert.Equal("true", block[element]));
    }

    [Theory]
    [InlineData("private", new[] { $"{Owner} FULL_CONTROL" })]
    [InlineData("public-read", new[] { $"{Owner} FULL_CONTROL", $"{AllUsers} READ" })]
    [InlineData("public-read-write", new[] { $"{Owner} FULL_CONTROL", $"{AllUsers} READ", $"{AllUsers} WRITE" })]
    [InlineData(
        "authenticated-read", new[] { $"{Owner} FULL_CONTROL", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers READ" })]
    [InlineData(
        "log-delivery-write",
        new[]
        {
            $"{Owner} FULL_CONTROL",
            "http://acs.amazonaws.com/groups/s3/LogDelivery WRITE",
            "http://acs.amazonaws.com/groups/s3/LogDelivery READ_ACP",
        })]
    public async Task CannedAclOfBucket_StandsForItsGrants(string acl, string[] grants)
    {
        await using var s3 = await OpenBucketAsync();
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", acl))).Status);
        Assert.Equal(grants, await GrantsAsync(s3, "/bucket?acl"));
    }

    [Theory]
    [InlineData("public-read", new[] { $"{Owner} FULL_CONTROL", $"{AllUsers} READ" })]
    [InlineData("bucket-owner-read", new[] { $"{Owner} FULL_CONTROL" })]
    [InlineData("aws-exec-read", new[] { $"{Owner} FULL_CONTROL", "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c READ" })]
    public async Task CannedAclOfObject_StandsForItsGrants(string acl, string[] grants)
    {
        await using var s3 = await OpenBucketAsync();
        Assert.Equal(200, (await s3.PutAsync("/bucket/key", "x", ("x-amz-acl", acl))).Status);
        Assert.Equal(grants, await GrantsAsync(s3, "/bucket/key?acl"));
    }

    [Fact]
    public async Task GrantHeaders_AreTheWholeAcl()
    {
        await using var s3 = await OpenBucketAsync();
        Assert.Equal(200, (await s3.SendAsync(
            "PUT", "/bucket?acl", null, ("x-amz-grant-read", $"uri=\"{AllUsers}\", id=\"{Other}\""), ("x-amz-grant-full-control", $"id={Owner}"))).Status);
        Assert.Equal([$"{Owner} FULL_CONTROL", $"{AllUsers} READ", $"{Other} READ"], await GrantsAsync(s3, "/bucket?acl"));
    }

    [Fact]
    public async Task Document_IsTheWholeAclAndMakesNoVersion()
    {
        await using var s3 = await OpenBucketAsync();
        await s3.PutAsync("/bucket?versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        await s3.PutAsync("/bucket/key", "body");
        string document = Document(Owner, UserGrant(Other, "READ_ACP"), GroupGrant(AllUsers, "READ"));
        Assert.Equal(200, (await s3.PutAsync("/bucket/key?acl", document)).Status);
        Assert.Equal([$"{Other} READ_ACP", $"{AllUsers} READ"], await GrantsAsync(s3, "/bucket/key?acl"));
        Assert.Single((await s3.GetAsync("/bucket?versions")).All("VersionId"));
        Assert.Equal("body", (await s3.GetAsync("/bucket/key")).Text);
    }

    [Fact]
    public async Task Writer_OwnsWhatItWritesUnlessTheBucketsOwnerPrefersToAndIsGivenIt()
    {
        await using var s3 = await OpenBucketAsync("BucketOwnerPreferred");
        s3.Account = "123456789012";
        await s3.PutAsync("/bucket/mine", "x");
        await s3.PutAsync("/bucket/theirs", "x", ("x-amz-acl", "bucket-owner-full-control"));
        string mine = (await s3.GetAsync("/bucket/mine?acl")).All("ID")[0];
        Assert.NotEqual(Owner, mine);
        Assert.Equal([$"{mine} FULL_CONTROL"], await GrantsAsync(s3, "/bucket/mine?acl"));
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket/theirs?acl"));

        s3.Account = "000000000000";
        await PutOwnershipAsync(s3, "BucketOwnerEnforced");
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket/mine?acl"));
    }

    [Theory]
    [InlineData("x-amz-acl", "everyone", "InvalidArgument", "")]
    [InlineData("x-amz-grant-read", "id=\"1\"", "InvalidArgument", "Invalid id")]
    [InlineData("x-amz-grant-read", "uri=\"http://nowhere\"", "InvalidArgument", "Invalid group uri")]
    [InlineData("x-amz-grant-read", "name=\"x\"", "InvalidArgument", "Argument format not recognized")]
    public async Task InvalidHeader_IsRefused(string name, string value, string code, string message)
    {
        await using var s3 = await OpenBucketAsync();
        (await s3.SendAsync("PUT", "/bucket?acl", null, (name, value))).AssertError(400, code, message);
        (await s3.PutAsync("/bucket/key", "x", (name, value))).AssertError(400, code, message);
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket/key")).Status);
    }

    [Fact]
    public async Task EmailGrantee_IsNotAllowed()
    {
        await using var s3 = await OpenBucketAsync();
        S3Reply reply = await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-grant-read", "emailAddress=\"a@example.test\""));
        reply.AssertError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    [Fact]
    public async Task TwoWaysAtOnce_AreRefused()
    {
        await using var s3 = await OpenBucketAsync();
        (await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", "private"), ("x-amz-grant-read", $"id={Other}"))).AssertError(
            400, "InvalidRequest", "Specifying both Canned ACLs and Header Grants is not allowed");
        (await s3.PutAsync("/bucket?acl", Document(Owner), ("x-amz-acl", "private"))).AssertError(
            400, "UnexpectedContent", "This request does not support content");
        S3Reply none = await s3.SendAsync("PUT", "/bucket?acl");
        none.AssertError(400, "MissingSecurityHeader", "Your request was missing a required header");
        Assert.Equal("x-amz-acl", none["MissingHeaderName"]);
    }

    [Theory]
    [InlineData("<AccessControlPolicy/>", 400, "MalformedACLError", Malformed)]
    [InlineData("<AccessControlPolicy><Owner/><AccessControlList/></AccessControlPolicy>", 400, "MalformedACLError", Malformed)]
    [InlineData($"<AccessControlPolicy><Owner><ID>{Owner}</ID></Owner></AccessControlPolicy>", 400, "MalformedACLError", Malformed)]
    [InlineData(
        $"<AccessControlPolicy><Owner><ID>{Owner}</ID></Owner><AccessControlList><Grant><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>",
        400,
        "MalformedACLError",
        Malformed)]
    [InlineData($"<AccessControlPolicy><Owner><ID>x</ID></Owner><AccessControlList/></AccessControlPolicy>", 400, "InvalidArgument", "Invalid id")]
    [InlineData($"<AccessControlPolicy><Owner><ID>{Other}</ID></Owner><AccessControlList/></AccessControlPolicy>", 403, "AccessDenied", "Access Denied")]
    public async Task InvalidDocument_IsRefused(string document, int status, string code, string message)
    {
        await using var s3 = await OpenBucketAsync();
        (await s3.PutAsync("/bucket?acl", document)).AssertError(status, code, message);
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket?acl"));
    }

    [Theory]
    [InlineData("<AccessControlPolicy><Owner>")]
    [InlineData("<Tagging/>")]
    [InlineData("none")]
    [InlineData(
        $"<AccessControlPolicy><Owner><ID>{Owner}</ID></Owner><AccessControlList><Grant><Grantee><ID>{Other}</ID></Grantee>"
        + "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>")]
    [InlineData($"<AccessControlPolicy><Owner><ID>{Owner}</ID><ID>{Owner}</ID></Owner><AccessControlList/></AccessControlPolicy>")]
    public async Task UnreadableDocument_IsAMalformedAcl(string document)
    {
        await using var s3 = await OpenBucketAsync();
        await s3.PutAsync("/bucket/key", "x");
        foreach (string target in new[] { "/bucket?acl", "/bucket/key?acl" })
        {
            (await s3.PutAsync(target, document)).AssertError(400, "MalformedACLError", Malformed);
            Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, target));
        }
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task HundredGrants_AreTheMost(int count, int status)
    {
        await using var s3 = await OpenBucketAsync();
        string document = Document(Owner, [.. Enumerable.Range(0, count).Select(i => UserGrant(i.ToString("x64", null), "READ"))]);
        Assert.Equal(status, (await s3.PutAsync("/bucket?acl", document)).Status);
    }

    [Fact]
    public async Task UnknownPermissionAndGroup_AreRefused()
    {
        await using var s3 = await OpenBucketAsync();
        (await s3.PutAsync("/bucket?acl", Document(Owner, UserGrant(Other, "LOOK")))).AssertError(400, "MalformedACLError", Malformed);
        S3Reply group = await s3.PutAsync("/bucket?acl", Document(Owner, GroupGrant("http://nowhere", "READ")));
        group.AssertError(400, "InvalidArgument", "Invalid group uri");
        Assert.Equal("Group/URI", group["ArgumentName"]);
    }

    [Theory]
    [InlineData("/bucket?acl")]
    [InlineData("/bucket/key?acl")]
    public async Task OwnerEnforced_TakesNoAcls(string target)
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        await s3.PutAsync("/bucket/key", "x");
        (await s3.SendAsync("PUT", target, null, ("x-amz-acl", "private"))).AssertError(
            400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        (await s3.PutAsync("/bucket/other", "x", ("x-amz-grant-read", $"id={Other}"))).AssertError(
            400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        Assert.Equal(200, (await s3.PutAsync("/bucket/other", "x", ("x-amz-acl", "bucket-owner-full-control"))).Status);
        Assert.Equal(200, (await s3.PutAsync("/bucket/other", "x", ("x-amz-grant-full-control", $"id=\"{Owner}\""))).Status);
    }

    [Fact]
    public async Task Ownership_DoesNotComeBackWhileTheAclIsShared()
    {
        await using var s3 = await OpenBucketAsync();
        await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", "public-read"));
        (await PutOwnershipAsync(s3, "BucketOwnerEnforced")).AssertError(
            400,
            "InvalidBucketAclWithObjectOwnership",
            "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", "private"));
        Assert.Equal(200, (await PutOwnershipAsync(s3, "BucketOwnerEnforced")).Status);

        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?ownershipControls")).Status);
        S3Reply none = await s3.GetAsync("/bucket?ownershipControls");
        none.AssertError(404, "OwnershipControlsNotFoundError", "The bucket ownership controls were not found");
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", "public-read"))).Status);
    }

    [Fact]
    public async Task PublicAccessBlock_RefusesPublicAcls()
    {
        await using var s3 = await OpenBucketAsync();
        await s3.PutAsync("/bucket/key", "x");
        Assert.Equal(200, (await PutBlockAsync(s3, "<BlockPublicAcls>true</BlockPublicAcls>")).Status);
        Assert.Equal("false", (await s3.GetAsync("/bucket?publicAccessBlock"))["BlockPublicPolicy"]);
        const string Because = "because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting.";
        const string User = "User: arn:aws:iam::000000000000:root is not authorized to perform:";
        (await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-acl", "public-read"))).AssertError(
            403, "AccessDenied", $"{User} s3:PutBucketAcl on resource: \"arn:aws:s3:::bucket\" {Because}");
        (await s3.SendAsync("PUT", "/bucket/key?acl", null, ("x-amz-acl", "public-read"))).AssertError(
            403, "AccessDenied", $"{User} s3:PutObjectAcl on resource: \"arn:aws:s3:::bucket/key\" {Because}");
        (await s3.PutAsync("/bucket/new", "x", ("x-amz-acl", "authenticated-read"))).AssertError(
            403, "AccessDenied", $"{User} s3:PutObject on resource: \"arn:aws:s3:::bucket/new\" {Because}");
        Assert.Equal(404, (await s3.SendAsync("HEAD", "/bucket/new")).Status);
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket?acl", null, ("x-amz-grant-read", $"id={Other}"))).Status);
    }

    [Fact]
    public async Task PublicAccessBlock_MayBeDeletedAndMustSaySomething()
    {
        await using var s3 = await new S3Harness().WithBucketAsync();
        (await PutBlockAsync(s3, "")).AssertError(400, "InvalidRequest", "Must specify at least one configuration.");
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?publicAccessBlock")).Status);
        (await s3.GetAsync("/bucket?publicAccessBlock")).AssertError(
            404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
    }

    [Fact]
    public async Task NewBucketWithPublicAcl_IsRefused()
    {
        await using var s3 = new S3Harness();
        (await s3.SendAsync("PUT", "/bucket", null, ("x-amz-acl", "public-read"), ("x-amz-object-ownership", "ObjectWriter"))).AssertError(
            400, "InvalidBucketAclWithBlockPublicAccessError", "Bucket cannot have public ACLs set with BlockPublicAccess enabled");
        Assert.Equal(200, (await s3.SendAsync(
            "PUT", "/bucket", null, ("x-amz-grant-write", $"id={Other}"), ("x-amz-object-ownership", "ObjectWriter"))).Status);
        Assert.Equal([$"{Other} WRITE"], await GrantsAsync(s3, "/bucket?acl"));
        Assert.Equal(200, (await s3.SendAsync("PUT", "/bucket")).Status);
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket?acl"));
    }

    [Fact]
    public async Task UploadAndCopy_TakeTheirOwnAcl()
    {
        await using var s3 = await OpenBucketAsync();
        await s3.PutAsync("/bucket/source", "x", ("x-amz-acl", "public-read"));
        await s3.SendAsync("PUT", "/bucket/copy", null, ("x-amz-copy-source", "bucket/source"));
        Assert.Equal([$"{Owner} FULL_CONTROL"], await GrantsAsync(s3, "/bucket/copy?acl"));

        string? id = (await s3.SendAsync("POST", "/bucket/big?uploads", null, ("x-amz-grant-read", $"id={Other}")))["UploadId"];
        string etag = (await s3.PutAsync($"/bucket/big?partNumber=1&uploadId={id}", "x")).Header("ETag")!;
        string complete = $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{etag}</ETag></Part></CompleteMultipartUpload>";
        await s3.SendAsync("POST", $"/bucket/big?uploadId={id}", System.Text.Encoding.UTF8.GetBytes(complete));
        Assert.Equal([$"{Other} READ"], await GrantsAsync(s3, "/bucket/big?acl"));
    }

    [Fact]
    public async Task MissingObject_HasNoAcl()
    {
        await using var s3 = await OpenBucketAsync();
        (await s3.GetAsync("/bucket/none?acl")).AssertError(404, "NoSuchKey", "The specified key does not exist.");
        (await s3.SendAsync("PUT", "/bucket/none?acl", null, ("x-amz-acl", "private"))).AssertError(
            404, "NoSuchKey", "The specified key does not exist.");
    }

    private static async Task<S3Harness> OpenBucketAsync(string ownership = "ObjectWriter")
    {
        S3Harness s3 = await new S3Harness().WithBucketAsync();
        Assert.Equal(200, (await PutOwnershipAsync(s3, ownership)).Status);
        Assert.Equal(204, (await s3.SendAsync("DELETE", "/bucket?publicAccessBlock")).Status);
        return s3;
    }

    private static Task<S3Reply> PutOwnershipAsync(S3Harness s3, string ownership) => s3.PutAsync(
        "/bucket?ownershipControls", $"<OwnershipControls><Rule><ObjectOwnership>{ownership}</ObjectOwnership></Rule></OwnershipControls>");

    private static Task<S3Reply> PutBlockAsync(S3Harness s3, string elements) =>
        s3.PutAsync("/bucket?publicAccessBlock", $"<PublicAccessBlockConfiguration>{elements}</PublicAccessBlockConfiguration>");

    private static async Task<string[]> GrantsAsync(S3Harness s3, string target)
    {
        S3Reply reply = await s3.GetAsync(target);
        Assert.Equal(200, reply.Status);
        return [.. reply.Xml.Descendants().Where(static element => element.Name.LocalName == "Grant").Select(static grant =>
            string.Join(' ', grant.Descendants().Where(static element => !element.HasElements).Select(static element => element.Value)))];
    }

    private static string Document(string owner, params string[] grants) =>
        $"<AccessControlPolicy><Owner><ID>{owner}</ID></Owner><AccessControlList>{string.Concat(grants)}</AccessControlList></AccessControlPolicy>";

    private static string UserGrant(string id, string permission) => Grant("CanonicalUser", $"<ID>{id}</ID>", permission);

    private static string GroupGrant(string uri, string permission) => Grant("Group", $"<URI>{uri}</URI>", permission);

    private static string Grant(string type, string who, string permission) =>
        $"<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"{type}\">{who}</Grantee>"
        + $"<Permission>{permission}</Permission></Grant>";
}
