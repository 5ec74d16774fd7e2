using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Routing;

public class S3RouteFinderTests
{
    private const string CopySource = "x-amz-copy-source";

    private static readonly S3TargetReader Targets = new(new(true, true, S3Options.DefaultDomain, 0));

    /// <summary>Every operation of the model with a request of its own: method, target, header, operation.</summary>
    private static readonly string[][] Rows =
    [
        ["DELETE", "/b/k?uploadId=u", "", "AbortMultipartUpload"],
        ["POST", "/b/k?uploadId=u", "", "CompleteMultipartUpload"],
        ["PUT", "/b/k", CopySource, "CopyObject"],
        ["PUT", "/b", "", "CreateBucket"],
        ["POST", "/b?metadataConfiguration", "", "CreateBucketMetadataConfiguration"],
        ["POST", "/b?metadataTable", "", "CreateBucketMetadataTableConfiguration"],
        ["POST", "/b/k?uploads", "", "CreateMultipartUpload"],
        ["GET", "/b?session", "", "CreateSession"],
        ["DELETE", "/b", "", "DeleteBucket"],
        ["DELETE", "/b?analytics&id=1", "", "DeleteBucketAnalyticsConfiguration"],
        ["DELETE", "/b?cors", "", "DeleteBucketCors"],
        ["DELETE", "/b?encryption", "", "DeleteBucketEncryption"],
        ["DELETE", "/b?intelligent-tiering&id=1", "", "DeleteBucketIntelligentTieringConfiguration"],
        ["DELETE", "/b?inventory&id=1", "", "DeleteBucketInventoryConfiguration"],
        ["DELETE", "/b?lifecycle", "", "DeleteBucketLifecycle"],
        ["DELETE", "/b?metadataConfiguration", "", "DeleteBucketMetadataConfiguration"],
        ["DELETE", "/b?metadataTable", "", "DeleteBucketMetadataTableConfiguration"],
        ["DELETE", "/b?metrics&id=1", "", "DeleteBucketMetricsConfiguration"],
        ["DELETE", "/b?ownershipControls", "", "DeleteBucketOwnershipControls"],
        ["DELETE", "/b?policy", "", "DeleteBucketPolicy"],
        ["DELETE", "/b?replication", "", "DeleteBucketReplication"],
        ["DELETE", "/b?tagging", "", "DeleteBucketTagging"],
        ["DELETE", "/b?website", "", "DeleteBucketWebsite"],
        ["DELETE", "/b/k?x-id=DeleteObject", "", "DeleteObject"],
        ["DELETE", "/b/k?tagging", "", "DeleteObjectTagging"],
        ["POST", "/b?delete", "", "DeleteObjects"],
        ["DELETE", "/b?publicAccessBlock", "", "DeletePublicAccessBlock"],
        ["GET", "/b?abac", "", "GetBucketAbac"],
        ["GET", "/b?accelerate", "", "GetBucketAccelerateConfiguration"],
        ["GET", "/b?acl", "", "GetBucketAcl"],
        ["GET", "/b?analytics&id=1", "", "GetBucketAnalyticsConfiguration"],
        ["GET", "/b?cors", "", "GetBucketCors"],
        ["GET", "/b?encryption", "", "GetBucketEncryption"],
        ["GET", "/b?intelligent-tiering&id=1", "", "GetBucketIntelligentTieringConfiguration"],
        ["GET", "/b?inventory&id=1", "", "GetBucketInventoryConfiguration"],
        ["GET", "/b?lifecycle", "", "GetBucketLifecycleConfiguration"],
        ["GET", "/b?location", "", "GetBucketLocation"],
        ["GET", "/b?logging", "", "GetBucketLogging"],
        ["GET", "/b?metadataConfiguration", "", "GetBucketMetadataConfiguration"],
        ["GET", "/b?metadataTable", "", "GetBucketMetadataTableConfiguration"],
        ["GET", "/b?metrics&id=1", "", "GetBucketMetricsConfiguration"],
        ["GET", "/b?notification", "", "GetBucketNotificationConfiguration"],
        ["GET", "/b?ownershipControls", "", "GetBucketOwnershipControls"],
        ["GET", "/b?policy", "", "GetBucketPolicy"],
        ["GET", "/b?policyStatus", "", "GetBucketPolicyStatus"],
        ["GET", "/b?replication", "", "GetBucketReplication"],
        ["GET", "/b?requestPayment", "", "GetBucketRequestPayment"],
        ["GET", "/b?tagging", "", "GetBucketTagging"],
        ["GET", "/b?versioning", "", "GetBucketVersioning"],
        ["GET", "/b?website", "", "GetBucketWebsite"],
        ["GET", "/b/k?x-id=GetObject", "", "GetObject"],
        ["GET", "/b/k?acl", "", "GetObjectAcl"],
        ["GET", "/b/k?attributes", "", "GetObjectAttributes"],
        ["GET", "/b/k?legal-hold", "", "GetObjectLegalHold"],
        ["GET", "/b?object-lock", "", "GetObjectLockConfiguration"],
        ["GET", "/b/k?retention", "", "GetObjectRetention"],
        ["GET", "/b/k?tagging", "", "GetObjectTagging"],
        ["GET", "/b/k?torrent", "", "GetObjectTorrent"],
        ["GET", "/b?publicAccessBlock", "", "GetPublicAccessBlock"],
        ["HEAD", "/b", "", "HeadBucket"],
        ["HEAD", "/b/k", "", "HeadObject"],
        ["GET", "/b?analytics", "", "ListBucketAnalyticsConfigurations"],
        ["GET", "/b?intelligent-tiering", "", "ListBucketIntelligentTieringConfigurations"],
        ["GET", "/b?inventory", "", "ListBucketInventoryConfigurations"],
        ["GET", "/b?metrics", "", "ListBucketMetricsConfigurations"],
        ["GET", "/?x-id=ListBuckets", "", "ListBuckets"],
        ["GET", "/?x-id=ListDirectoryBuckets", "", "ListDirectoryBuckets"],
        ["GET", "/b?uploads", "", "ListMultipartUploads"],
        ["GET", "/b?versions", "", "ListObjectVersions"],
        ["GET", "/b", "", "ListObjects"],
        ["GET", "/b?list-type=2", "", "ListObjectsV2"],
        ["GET", "/b/k?uploadId=u", "", "ListParts"],
        ["PUT", "/b?abac", "", "PutBucketAbac"],
        ["PUT", "/b?accelerate", "", "PutBucketAccelerateConfiguration"],
        ["PUT", "/b?acl", "", "PutBucketAcl"],
        ["PUT", "/b?analytics&id=1", "", "PutBucketAnalyticsConfiguration"],
        ["PUT", "/b?cors", "", "PutBucketCors"],
        ["PUT", "/b?encryption", "", "PutBucketEncryption"],
        ["PUT", "/b?intelligent-tiering&id=1", "", "PutBucketIntelligentTieringConfiguration"],
        ["PUT", "/b?inventory&id=1", "", "PutBucketInventoryConfiguration"],
        ["PUT", "/b?lifecycle", "", "PutBucketLifecycleConfiguration"],
        ["PUT", "/b?logging", "", "PutBucketLogging"],
        ["PUT", "/b?metrics&id=1", "", "PutBucketMetricsConfiguration"],
        ["PUT", "/b?notification", "", "PutBucketNotificationConfiguration"],
        ["PUT", "/b?ownershipControls", "", "PutBucketOwnershipControls"],
        ["PUT", "/b?policy", "", "PutBucketPolicy"],
        ["PUT", "/b?replication", "", "PutBucketReplication"],
        ["PUT", "/b?requestPayment", "", "PutBucketRequestPayment"],
        ["PUT", "/b?tagging", "", "PutBucketTagging"],
        ["PUT", "/b?versioning", "", "PutBucketVersioning"],
        ["PUT", "/b?website", "", "PutBucketWebsite"],
        ["PUT", "/b/k", "", "PutObject"],
        ["PUT", "/b/k?acl", "", "PutObjectAcl"],
        ["PUT", "/b/k?legal-hold", "", "PutObjectLegalHold"],
        ["PUT", "/b?object-lock", "", "PutObjectLockConfiguration"],
        ["PUT", "/b/k?retention", "", "PutObjectRetention"],
        ["PUT", "/b/k?tagging", "", "PutObjectTagging"],
        ["PUT", "/b?publicAccessBlock", "", "PutPublicAccessBlock"],
        ["PUT", "/b/k?renameObject", "x-amz-rename-source", "RenameObject"],
        ["POST", "/b/k?restore", "", "RestoreObject"],
        ["POST", "/b/k?select&select-type=2", "", "SelectObjectContent"],
        ["PUT", "/b?metadataInventoryTable", "", "UpdateBucketMetadataInventoryTableConfiguration"],
        ["PUT", "/b?metadataJournalTable", "", "UpdateBucketMetadataJournalTableConfiguration"],
        ["PUT", "/b/k?encryption", "", "UpdateObjectEncryption"],
        ["PUT", "/b/k?partNumber=1&uploadId=u", "", "UploadPart"],
        ["PUT", "/b/k?partNumber=1&uploadId=u", CopySource, "UploadPartCopy"],
        ["POST", "/WriteGetObjectResponse", "x-amz-request-route,x-amz-request-token", "WriteGetObjectResponse"],
    ];

    public static TheoryData<string, string, string, string> Operations => [.. Rows.Select(static row => (row[0], row[1], row[2], row[3]))];

    [Theory]
    [MemberData(nameof(Operations))]
    public void RequestOfAnOperation_FindsIt(string method, string target, string header, string operation) =>
        Assert.Equal(operation, Find(method, target, header));

    [Fact]
    public void Rows_CoverEveryOperationOfTheModel()
    {
        IEnumerable<S3Route> routes =
            from level in Enum.GetValues<S3Level>()
            from method in (string[])["GET", "PUT", "HEAD", "POST", "DELETE"]
            from route in S3RouteTable.Find(level, method)
            select route;
        Assert.Equal(routes.Select(static route => route.Operation).Order(), Rows.Select(static row => row[3]).Order());
        Assert.Equal(107, Rows.Length);
    }

    [Theory]
    [InlineData("GET", "/b?list-type=2&acl", "ListObjectsV2")]
    [InlineData("GET", "/b?acl&uploads", "GetBucketAcl")]
    [InlineData("GET", "/b?unknown", "ListObjects")]
    [InlineData("GET", "/b?acl=", "GetBucketAcl")]
    [InlineData("GET", "/b/", "ListObjects")]
    [InlineData("GET", "/b?list-type=1", "ListObjects")]
    [InlineData("GET", "/", "ListBuckets")]
    [InlineData("PUT", "/b/", "CreateBucket")]
    [InlineData("GET", "/b/k?partNumber=2", "GetObject")]
    [InlineData("GET", "/b/k?versionId=null", "GetObject")]
    [InlineData("PUT", "/b/k?tagging&versionId=x", "PutObjectTagging")]
    [InlineData("POST", "/b", "PostObject")]
    [InlineData("POST", "/b/", "PostObject")]
    [InlineData("OPTIONS", "/b/k", "OptionsPreflight")]
    [InlineData("OPTIONS", "/", "OptionsPreflight")]
    public void RequestWithMoreThanItsOperationNeeds_FindsTheMostSpecific(string method, string target, string operation) =>
        Assert.Equal(operation, Find(method, target, ""));

    [Theory]
    [InlineData("PUT", "/b/k?X-Amz-Signature=s&X-Amz-Copy-Source=/a/b", "CopyObject")]
    [InlineData("PUT", "/b/k?X-Amz-Copy-Source=/a/b", "PutObject")]
    public void HeaderInAQuery_CountsWhenTheUrlIsPresigned(string method, string target, string operation) =>
        Assert.Equal(operation, Find(method, target, ""));

    [Theory]
    [InlineData("DELETE", "/b?versioning", "VERSIONING")]
    [InlineData("DELETE", "/b?versions", "VERSIONS")]
    [InlineData("DELETE", "/b?uploads", "UPLOADS")]
    [InlineData("DELETE", "/b?object-lock", "OBJECTLOCK")]
    [InlineData("PUT", "/b?versions", "VERSIONS")]
    [InlineData("PUT", "/b?location", "LOCATION")]
    [InlineData("PUT", "/b?delete", "DELETE")]
    [InlineData("GET", "/b?delete", "DELETE")]
    [InlineData("POST", "/b?acl", "ACL")]
    [InlineData("HEAD", "/b?acl", "ACL")]
    [InlineData("PUT", "/b/k?uploads", "UPLOADS")]
    [InlineData("PUT", "/b/k?attributes", "ATTRIBUTES")]
    [InlineData("DELETE", "/b/k?acl", "ACL")]
    [InlineData("DELETE", "/b/k?legal-hold", "LEGALHOLD")]
    [InlineData("DELETE", "/b/k?retention&versionId=1", "RETENTION")]
    [InlineData("POST", "/b/k?select", "SELECT")]
    [InlineData("POST", "/b/k", "OBJECT")]
    [InlineData("PATCH", "/b/k", "OBJECT")]
    [InlineData("PATCH", "/b", "BUCKET")]
    [InlineData("PUT", "/", "SERVICE")]
    [InlineData("POST", "/", "SERVICE")]
    [InlineData("DELETE", "/?acl", "SERVICE")]
    public void MethodThatTheResourceDoesNotHave_IsMethodNotAllowed(string method, string target, string resourceType)
    {
        AwsException error = Assert.Throws<AwsException>(() => Find(method, target, ""));
        Assert.Equal(("MethodNotAllowed", 405), (error.Code, error.StatusCode));
        Assert.Equal("The specified method is not allowed against this resource.", error.Message);
        Assert.Equal([new("Method", method), new("ResourceType", resourceType)], error.Members);
    }

    [Theory]
    [InlineData("DELETE", "/b/k?replication", "replication", "key")]
    [InlineData("DELETE", "/b/k?versions", "versions", "key")]
    [InlineData("PUT", "/b/k?versioning", "versioning", "key")]
    [InlineData("GET", "/b/k?location", "location", "key")]
    [InlineData("POST", "/b/k?delete", "delete", "key")]
    [InlineData("DELETE", "/b?retention", "retention", "bucket")]
    [InlineData("PUT", "/b?legal-hold", "legal-hold", "bucket")]
    [InlineData("GET", "/b?torrent", "torrent", "bucket")]
    [InlineData("POST", "/b?restore", "restore", "bucket")]
    public void SubResourceOfAnotherLevel_IsRefused(string method, string target, string subResource, string level)
    {
        AwsException error = Assert.Throws<AwsException>(() => Find(method, target, ""));
        Assert.Equal(("InvalidArgument", 400), (error.Code, error.StatusCode));
        Assert.Equal($"There is no such thing as the ?{subResource} sub-resource for a {level}", error.Message);
        Assert.Equal([new("ArgumentName", "ResourceType"), new("ArgumentValue", subResource)], error.Members);
    }

    [Theory]
    [InlineData("/b/k?uploadId=u", "", "uploadId", "u")]
    [InlineData("/b/k?partNumber=7", "", "partNumber", "7")]
    [InlineData("/b/k?uploadId=u", CopySource, "uploadId", "u")]
    [InlineData("/b/k?partNumber=7", CopySource, "partNumber", "7")]
    public void PartNamedByHalf_DoesNotBecomeAnObject(string target, string header, string name, string value)
    {
        AwsException error = Assert.Throws<AwsException>(() => Find("PUT", target, header));
        Assert.Equal(("InvalidArgument", 400), (error.Code, error.StatusCode));
        Assert.Equal([new("ArgumentName", name), new("ArgumentValue", value)], error.Members);
    }

    private static string Find(string method, string target, string headers)
    {
        HeaderDictionary dictionary = [];
        foreach (string header in headers.Split(',', StringSplitOptions.RemoveEmptyEntries)) dictionary[header] = "/source/key";
        return S3RouteFinder.Find(method, Targets.Read(target, "localhost:4566"), dictionary);
    }
}
