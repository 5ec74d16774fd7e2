using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Routing;

namespace RustStack.S3.Tests.Routing;

public class S3TargetReaderTests
{
    private const string Bare = "localhost:4566";

    private static readonly S3TargetReader Targets = new(new(true, true, S3Options.DefaultDomain, 0));

    [Theory]
    [InlineData("/", "", "")]
    [InlineData("", "", "")]
    [InlineData("/b", "b", "")]
    [InlineData("/b/", "b", "")]
    [InlineData("/b/k", "b", "k")]
    [InlineData("/b/k/", "b", "k/")]
    [InlineData("/b//k", "b", "/k")]
    [InlineData("/b//", "b", "/")]
    [InlineData("/b/a//b///", "b", "a//b///")]
    [InlineData("/b/../x", "b", "../x")]
    [InlineData("/b/./x/..", "b", "./x/..")]
    [InlineData("/b/a%2Fb", "b", "a/b")]
    [InlineData("/b/a%252Fb", "b", "a%2Fb")]
    [InlineData("/b/a+b", "b", "a+b")]
    [InlineData("/b/a%2Bb%20c", "b", "a+b c")]
    [InlineData("/b/%E2%82%AC%F0%9F%98%80", "b", "€😀")]
    [InlineData("/b/a%3Fb?c", "b", "a?b")]
    [InlineData("/b/a%00b", "b", "a\0b")]
    [InlineData("http://localhost:4566/b/k?x", "b", "k")]
    [InlineData("http://localhost:4566", "", "")]
    [InlineData("*", "", "")]
    public void PathStyle_KeepsTheKeyExactly(string target, string bucket, string key)
    {
        S3Target read = Targets.Read(target, Bare);
        Assert.Equal((bucket, key, false), (read.Bucket, read.Key, read.IsVirtualHosted));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/k", "k")]
    [InlineData("//k", "/k")]
    [InlineData("/a/b/", "a/b/")]
    [InlineData("/?list-type=2", "")]
    public void VirtualHost_TakesTheWholePathAsKey(string target, string key)
    {
        S3Target read = Targets.Read(target, "bucket.s3.localhost.localstack.cloud:4566");
        Assert.Equal(("bucket", key, true), (read.Bucket, read.Key, read.IsVirtualHosted));
    }

    [Fact]
    public void VirtualHostingOff_IsPathStyle()
    {
        S3TargetReader reader = new(new(true, false, S3Options.DefaultDomain, 0));
        Assert.Equal("b", reader.Read("/b/k", "bucket.s3.localhost.localstack.cloud").Bucket);
    }

    [Theory]
    [InlineData("/b/%")]
    [InlineData("/b/%4")]
    [InlineData("/b/%zz")]
    [InlineData("/b/%FF")]
    [InlineData("/b/%C3%28")]
    [InlineData("/b/%ED%A0%80")]
    [InlineData("/%zz/k")]
    [InlineData("/b?prefix=%zz")]
    [InlineData("/b?%zz")]
    [InlineData("//k")]
    public void UnusableTarget_IsInvalidUri(string target)
    {
        AwsException error = Assert.Throws<AwsException>(() => Targets.Read(target, Bare));
        Assert.Equal(("InvalidURI", 400, "Couldn't parse the specified URI."), (error.Code, error.StatusCode, error.Message));
        Assert.Equal([new("URI", target)], error.Members);
    }

    [Theory]
    [InlineData("/b?prefix=a+b%2Bc", "prefix", "a b+c")]
    [InlineData("/b?prefix=%E2%82%AC", "prefix", "€")]
    [InlineData("/b?prefix", "prefix", "")]
    [InlineData("/b?prefix=", "prefix", "")]
    [InlineData("/b?prefix=a=b", "prefix", "a=b")]
    [InlineData("/b?&&prefix=a&prefix=b", "prefix", "a")]
    [InlineData("/b?a%20b=c", "a b", "c")]
    [InlineData("/b?Prefix=a", "prefix", null)]
    [InlineData("/b?prefix=a?b", "prefix", "a?b")]
    public void Query_IsDecodedOnce(string target, string name, string? value) =>
        Assert.Equal(value, Targets.Read(target, Bare).Query.Find(name));

    [Fact]
    public void AnyTarget_IsReadOrIsInvalidUri()
    {
        const int Seed = 20_061;
        const string Alphabet = "/%?&=+ab4Fé€.#:*\\ ";
        Random random = new(Seed);
        for (int i = 0; i < 20_000; i++)
        {
            StringBuilder target = new();
            for (int length = random.Next(24); length > 0; length--) target.Append(Alphabet[random.Next(Alphabet.Length)]);
            Exception? error = Record.Exception(() => Targets.Read(target.ToString(), Bare));
            Assert.True(error is null or AwsException { Code: "InvalidURI" }, $"Seed {Seed}, round {i}: '{target}' gave {error}");
        }
    }
}
