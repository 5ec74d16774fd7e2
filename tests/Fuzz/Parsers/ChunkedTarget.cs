using RustStack.S3.Uploads;

namespace RustStack.Fuzz.Parsers;

/// <summary>Bodies of content encoding aws-chunked: the same payload, however they are cut into pieces.</summary>
internal sealed class ChunkedTarget : IParserTarget
{
    public string Corpus => "chunked";

    public void Run(byte[] input)
    {
        string whole = Decode(input, input.Length + 1);
        foreach (int piece in (int[])[1, 3, 16])
        {
            if (Decode(input, piece) != whole) throw new InvalidOperationException($"It differs in pieces of {piece} bytes.");
        }
    }

    private static string Decode(byte[] input, int pieceBytes)
    {
        AwsChunkedDecoder decoder = new();
        List<byte> payload = [];
        try
        {
            for (int start = 0; start < input.Length; start += pieceBytes)
            {
                ReadOnlyMemory<byte> piece = input.AsMemory(start, Math.Min(pieceBytes, input.Length - start));
                while (decoder.TryRead(ref piece, 4096, out ReadOnlyMemory<byte> part)) payload.AddRange(part.Span);
            }

            decoder.Finish();
        }
        catch (Core.Errors.AwsException exception) when (exception.StatusCode < 500)
        {
            return exception.Message;
        }

        return Convert.ToHexString(payload.ToArray());
    }
}
