using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Uploads;

namespace RustStack.S3.Tests.Uploads;

public sealed class AwsChunkedDecoderTests
{
    [Fact]
    public void AnySplit_GivesThePayloadAndTrailers()
    {
        const int Seed = 17;
        var random = new Random(Seed);
        for (int round = 0; round < 200; round++)
        {
            byte[] payload = new byte[random.Next(0, 40_000)];
            random.NextBytes(payload);
            bool signed = random.Next(2) == 0;
            byte[] body = ChunkedBody.Encode(payload, random.Next(8192, 20_000), signed, ("x-amz-checksum-crc32", "AAAAAA=="));
            var decoder = new AwsChunkedDecoder();
            byte[] decoded = Decode(decoder, body, random);
            Assert.True(payload.AsSpan().SequenceEqual(decoded), $"seed {Seed}, round {round}");
            Assert.Equal(new("x-amz-checksum-crc32", "AAAAAA=="), Assert.Single(decoder.Trailers));
        }
    }

    [Theory]
    [InlineData(AwsChunkedDecoder.MaxTrailers, null)]
    [InlineData(AwsChunkedDecoder.MaxTrailers + 1, "MalformedTrailerError")]
    public void Trailers_AreTakenUpToTheLimit(int count, string? code)
    {
        string trailers = string.Concat(Enumerable.Range(0, count).Select(static i => $"x-amz-{i}:a\r\n"));
        ReadOnlyMemory<byte> body = Encoding.ASCII.GetBytes($"0\r\n{trailers}\r\n");
        AwsChunkedDecoder decoder = new();

        var error = Record.Exception(() => decoder.TryRead(ref body, 1, out _)) as AwsException;

        Assert.Equal(code, error?.Code);
        Assert.Equal(Math.Min(count, AwsChunkedDecoder.MaxTrailers), decoder.Trailers.Count);
    }

    [Fact]
    public void SignedTrailers_MayFollowABlankLineAndBareLineFeeds()
    {
        string body = "2;chunk-signature=a\r\nhi\r\n0;chunk-signature=b\r\n"
            + "x-amz-checksum-crc32c:sOO8/Q==\n\r\nx-amz-trailer-signature:63bd\r\n\r\n";
        var decoder = new AwsChunkedDecoder();
        Assert.Equal("hi"u8.ToArray(), Decode(decoder, Encoding.ASCII.GetBytes(body), new Random(1)));
        Assert.Equal([new("x-amz-checksum-crc32c", "sOO8/Q=="), new("x-amz-trailer-signature", "63bd")], decoder.Trailers);
    }

    [Fact]
    public void Observer_SeesEveryChunkWithItsSignature()
    {
        var observer = new Recorder();
        byte[] payload = new byte[20_000];
        Decode(new(observer), ChunkedBody.Encode(payload, 9000, signed: true), new Random(3));
        Assert.Equal(["9000 sig0", "9000", "9000 sig1", "9000", "2000 sig2", "2000", "0 end", "0", "0 trailers"], observer.Seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5\r\nhel")]
    [InlineData("5\r\nhello")]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("5\r\nhelloX\r\n0\r\n\r\n")]
    [InlineData("5\nhello\r\n0\r\n\r\n")]
    [InlineData("z\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")]
    [InlineData("\r\nhello\r\n0\r\n\r\n")]
    public void BrokenFraming_IsIncompleteBody(string body)
    {
        var error = Assert.Throws<AwsException>(() => Decode(new(), Encoding.ASCII.GetBytes(body), new Random(1)));
        Assert.Equal(("IncompleteBody", 400, "The request body terminated unexpectedly"), (error.Code, error.StatusCode, error.Message));
    }

    [Fact]
    public void LongFraming_IsRefused()
    {
        byte[] body = Encoding.ASCII.GetBytes("5;" + new string('a', AwsChunkedDecoder.MaxLineBytes) + "\r\nhello\r\n0\r\n\r\n");
        Assert.Equal("IncompleteBody", Assert.Throws<AwsException>(() => Decode(new(), body, new Random(1))).Code);
    }

    [Fact]
    public void SmallChunkBeforeAnother_IsRefused()
    {
        byte[] body = ChunkedBody.Encode(new byte[20], 10, signed: false);
        var error = Assert.Throws<AwsException>(() => Decode(new(), body, new Random(1)));
        Assert.Equal(("InvalidChunkSizeError", 403), (error.Code, error.StatusCode));
        Assert.Equal("Only the last chunk is allowed to have a size less than 8192 bytes", error.Message);
    }

    [Fact]
    public void RandomBytes_NeverThrowAnythingElse()
    {
        const int Seed = 23;
        var random = new Random(Seed);
        byte[] alphabet = "0123456789abcdef;:=-\r\n\r\n \0x"u8.ToArray();
        for (int round = 0; round < 5000; round++)
        {
            byte[] body = random.GetItems(alphabet, random.Next(0, 80));
            try
            {
                Decode(new(), body, random);
            }
            catch (AwsException)
            {
                // The only kind of exception that may come out.
            }
            catch (Exception error)
            {
                Assert.Fail($"seed {Seed}, round {round}: {error}");
            }
        }
    }

    private static byte[] Decode(AwsChunkedDecoder decoder, byte[] body, Random random)
    {
        var decoded = new MemoryStream();
        for (int at = 0; at < body.Length;)
        {
            int count = Math.Min(body.Length - at, random.Next(1, random.Next(1, 5000)));
            ReadOnlyMemory<byte> input = body.AsMemory(at, count);
            while (decoder.TryRead(ref input, random.Next(1, 5000), out ReadOnlyMemory<byte> payload)) decoded.Write(payload.Span);
            at += count;
        }

        decoder.Finish();
        return decoded.ToArray();
    }

    private sealed class Recorder : IChunkObserver
    {
        private int _bytes;

        public List<string> Seen { get; } = [];

        public void BeginChunk(long lengthBytes, string? signature) => Seen.Add($"{lengthBytes} {signature}");

        public void Append(ReadOnlySpan<byte> bytes) => _bytes += bytes.Length;

        public void EndChunk()
        {
            Seen.Add($"{_bytes}");
            _bytes = 0;
        }

        public void EndTrailers(IReadOnlyList<KeyValuePair<string, string>> trailers) => Seen.Add($"{trailers.Count} trailers");
    }
}
