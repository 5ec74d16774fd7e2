using RustStack.Core.Ids;

namespace RustStack.S3.Tests.Objects;

/// <summary>Ids without randomness, for tests that need very many.</summary>
internal sealed class CountedIds : IdSource
{
    public override void Fill(Span<byte> bytes) => bytes.Clear();
}
