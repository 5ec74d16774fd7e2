using Amazon.S3;
using Amazon.S3.Model;
using RustStack.Integration.Hosting;

namespace RustStack.Integration.S3;

public sealed class AttributesTests(RunningInstance instance) : S3Test(instance)
{
    [Fact]
    public async Task Attributes_DescribeTheObject()
    {
        string bucket = await NewBucketAsync();
        PutObjectResponse put = await PutAsync(bucket, "key", "body");
        GetObjectAttributesResponse attributes = await S3.GetObjectAttributesAsync(new GetObjectAttributesRequest
        {
            BucketName = bucket,
            Key = "key",
            ObjectAttributes =
                [ObjectAttributes.ETag, ObjectAttributes.Checksum, ObjectAttributes.ObjectSize, ObjectAttributes.StorageClass],
        });
        Assert.Equal((put.ETag.Trim('"'), 4L), (attributes.ETag, attributes.ObjectSize));
        Assert.Equal(S3StorageClass.Standard, attributes.StorageClass);
        Assert.Equal(put.ChecksumCRC32, attributes.Checksum.ChecksumCRC32);
    }
}
