using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Objects;

public sealed class VersionIdTests
{
    [Fact]
    public void Ids_HoldTheirPlaceAndAreSafeInUrls()
    {
        var ids = new IdSource();
        HashSet<string> seen = [];
        for (long order = 1; order < 1L << 62; order = (order * 3) + 1)
        {
            string id = VersionId.Create(order, ids);
            Assert.Equal((VersionId.Length, order), (id.Length, VersionId.OrderOf(id)));
            Assert.Matches("^[A-Za-z0-9._]+$", id);
            Assert.True(seen.Add(id) && seen.Add(VersionId.Create(order, ids)), "An id came twice.");
            Assert.Equal(id, VersionId.Check(id));
        }
    }

    [Theory]
    [InlineData("", "Version id cannot be the empty string")]
    [InlineData("abc", "Invalid version id specified")]
    [InlineData("NULL", "Invalid version id specified")]
    [InlineData("0123456789012345678901234567890-", "Invalid version id specified")]
    [InlineData("0123456789012345678901234567890\u00E9", "Invalid version id specified")]
    [InlineData("0123456789012345678901234567890123456789", "Invalid version id specified")]
    public void AnotherForm_IsRefused(string id, string message)
    {
        AwsException error = Assert.Throws<AwsException>(() => VersionId.Check(id));
        Assert.Equal(("InvalidArgument", 400, message), (error.Code, error.StatusCode, error.Message));
        Assert.Equal([new("ArgumentName", "versionId"), new("ArgumentValue", id)], error.Members);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    public void NoId_AndNull_AreFine(string? id) => Assert.Equal(id, VersionId.Check(id));
}
