using RustStack.S3.Buckets;

namespace RustStack.S3.Tests.Buckets;

public sealed class BucketNameTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("a.b-c9", true)]
    [InlineData("1.2.3", true)]
    [InlineData("1.2.3.4", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("bücher", false)]
    public void Name_IsJudged(string name, bool expected) => Assert.Equal(expected, BucketName.IsValid(name));

    [Fact]
    public void LongestName_Has63Characters()
    {
        Assert.True(BucketName.IsValid(new string('a', 63)));
        Assert.False(BucketName.IsValid(new string('a', 64)));
    }
}
