using RustStack.Core.Requests;

namespace RustStack.Core.Tests.Requests;

public sealed class BodyMemoryTests
{
    [Fact]
    public void SmallBodies_AreNotCounted()
    {
        BodyMemory memory = new(0);
        using BodyLease lease = memory.Lease();

        Assert.True(lease.TryGrow(BodyMemory.FreeBytes));
        Assert.False(lease.TryGrow(BodyMemory.FreeBytes + 1));
        Assert.Equal(0, memory.UsedBytes);
    }

    [Fact]
    public void Bodies_ShareWhatThereIs_AndGiveItBack()
    {
        BodyMemory memory = new(100);
        BodyLease first = memory.Lease();
        using BodyLease second = memory.Lease();

        Assert.True(first.TryGrow(BodyMemory.FreeBytes + 40));
        Assert.True(first.TryGrow(BodyMemory.FreeBytes + 60));
        Assert.False(second.TryGrow(BodyMemory.FreeBytes + 41));
        Assert.Equal(60, memory.UsedBytes);

        first.Dispose();
        first.Dispose();

        Assert.True(second.TryGrow(BodyMemory.FreeBytes + 100));
        Assert.Equal(100, memory.UsedBytes);
    }
}
