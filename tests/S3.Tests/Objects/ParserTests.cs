using RustStack.Core.Errors;
using RustStack.S3.Buckets;
using RustStack.S3.Listing;
using RustStack.S3.Objects;

namespace RustStack.S3.Tests.Objects;

/// <summary>Parsers of names, ranges, tags, sources and tokens meet arbitrary text.</summary>
public sealed class ParserTests
{
    private static readonly char[] Alphabet = [.. "a/%20=&?versionId=bytes=-9,*.\"\0\u00FC\uD800"];

    [Fact]
    public void ArbitraryText_GivesAwsErrorsOnly()
    {
        const int Seed = 3;
        var random = new Random(Seed);
        for (int round = 0; round < 1000; round++)
        {
            string text = new(random.GetItems(Alphabet.AsSpan(), random.Next(0, 40)));
            foreach (Action parse in new Action[]
            {
                () => BucketName.Check(text),
                () => BucketRegion.Resolve(text, "us-east-1"),
                () => CopySource.Parse(text),
                () => TagSets.ParseHeader(text),
                () => ByteRange.Parse("bytes=" + text, random.Next(100)),
                () => ByteRange.ParseCopy("bytes=" + text, 100),
                () => ContinuationToken.Parse(text),
                () => ETags.Matches(text, "etag"),
            })
            {
                Exception? error = Record.Exception(parse);
                Assert.True(error is null or AwsException, $"seed {Seed}, round {round}, '{text}': {error}");
            }
        }
    }
}
