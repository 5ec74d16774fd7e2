namespace RustStack.Core.Requests;

/// <summary>
/// Counts the bytes of the request bodies that are held whole, all requests together, so that many large ones at once are refused and do
/// not take the machine's memory.
/// </summary>
/// <param name="maxBytes">The most bytes at once.</param>
public sealed class BodyMemory(long maxBytes)
{
    /// <summary>The most bytes of bodies at once: 512 MiB.</summary>
    public const long MaxBytes = 512L * 1024 * 1024;

    /// <summary>The first bytes of a body, which are not counted: most have no more.</summary>
    public const int FreeBytes = 64 * 1024;

    private long _usedBytes;

    /// <summary>What the services of a process share.</summary>
    public static BodyMemory Shared { get; } = new(MaxBytes);

    /// <summary>The bytes that are taken.</summary>
    public long UsedBytes => Interlocked.Read(ref _usedBytes);

    /// <summary>Starts to count a body.</summary>
    /// <returns>What counts it until it is disposed.</returns>
    public BodyLease Lease() => new(this);

    internal bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _usedBytes, bytes) <= maxBytes) return true;
        Return(bytes);
        return false;
    }

    internal void Return(long bytes) => Interlocked.Add(ref _usedBytes, -bytes);
}
