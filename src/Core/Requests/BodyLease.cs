namespace RustStack.Core.Requests;

/// <summary>One body's part of <see cref="BodyMemory"/>.</summary>
public sealed class BodyLease : IDisposable
{
    private readonly BodyMemory _memory;
    private long _takenBytes;

    internal BodyLease(BodyMemory memory) => _memory = memory;

    /// <summary>Takes what a body that has grown needs.</summary>
    /// <param name="bodyBytes">The body's length so far.</param>
    /// <returns>False when there is no more memory for bodies.</returns>
    public bool TryGrow(long bodyBytes)
    {
        long more = bodyBytes - BodyMemory.FreeBytes - _takenBytes;
        if (more <= 0) return true;
        if (!_memory.TryTake(more)) return false;
        _takenBytes += more;
        return true;
    }

    /// <summary>Gives everything back.</summary>
    public void Dispose()
    {
        if (_takenBytes > 0) _memory.Return(_takenBytes);
        _takenBytes = 0;
    }
}
