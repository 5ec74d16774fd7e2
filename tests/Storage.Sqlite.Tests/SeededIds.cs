using RustStack.Core.Ids;

namespace RustStack.Storage.Sqlite.Tests;

/// <summary>Ids that are the same in every run, and for two engines that do the same.</summary>
internal sealed class SeededIds(int seed) : IdSource
{
    private readonly Random _random = new(seed);

    public override void Fill(Span<byte> bytes)
    {
        lock (_random) _random.NextBytes(bytes);
    }
}
