using System.Net;

namespace RustStack.S3.Tests.Live;

/// <summary>A body of any length that is made while it is sent.</summary>
internal sealed class GeneratedContent(long lengthBytes, Action sent) : HttpContent
{
    private const int StepBytes = 65_536;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] step = new byte[StepBytes];
        for (long left = lengthBytes; left > 0; left -= StepBytes)
        {
            await stream.WriteAsync(step.AsMemory(0, (int)Math.Min(left, StepBytes)));
            sent();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = lengthBytes;
        return true;
    }
}
