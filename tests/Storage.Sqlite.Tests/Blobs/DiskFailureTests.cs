using RustStack.Storage.Sqlite.Blobs;

namespace RustStack.Storage.Sqlite.Tests.Blobs;

public sealed class DiskFailureTests
{
    [Fact]
    public void FullDisk_IsCalledThat()
    {
        IOException full = Assert.Throws<IOException>(static () =>
        {
            using FileStream file = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write([1]);
        });
        Assert.Equal("the disk is full", DiskFailure.Describe(full));
    }

    [Fact]
    public void FolderThatIsNotThere_CannotBeFlushed() =>
        Assert.Equal("the disk failed", DiskFailure.Describe(Assert.Throws<IOException>(static () => FolderSync.Flush("/not/there"))));

    [Fact]
    public void DeniedFolder_IsCalledThat() =>
        Assert.Equal("the folder cannot be written", DiskFailure.Describe(new UnauthorizedAccessException()));
}
