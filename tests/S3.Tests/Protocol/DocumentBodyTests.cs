using RustStack.Core.Errors;
using RustStack.Core.Requests;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Tests.Protocol;

public sealed class DocumentBodyTests
{
    [Fact]
    public async Task LargeDocument_WhenBodiesTakeAllThereIs_IsToldToSlowDown()
    {
        BodyMemory memory = new(0);

        Assert.Equal(BodyMemory.FreeBytes, (await ReadAsync(memory, BodyMemory.FreeBytes)).Length);
        AwsException error = await Assert.ThrowsAsync<AwsException>(() => ReadAsync(memory, BodyMemory.FreeBytes + 1));

        Assert.Equal(("SlowDown", 503, "Please reduce your request rate."), (error.Code, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task ReadDocument_GivesItsMemoryBack()
    {
        BodyMemory memory = new(BodyMemory.MaxBytes);

        await ReadAsync(memory, 1024 * 1024);

        Assert.Equal(0, memory.UsedBytes);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(BodyMemory memory, int lengthBytes)
    {
        using MemoryStream body = new(new byte[lengthBytes]);
        return await DocumentBody.ReadAsync(body, new UploadPlan(), 2 * 1024 * 1024, CancellationToken.None, memory);
    }
}
