namespace RustStack.S3.Tests.Uploads;

/// <summary>A body whose connection breaks after some bytes.</summary>
internal sealed class BreakingStream(int bytesBefore) : MemoryStream(new byte[bytesBefore])
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new IOException("The connection broke.");
    }
}
