using RustStack.Server.Settings;

namespace RustStack.Server.Tests.Settings;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("0.0.0.0:4566", "0.0.0.0:4566")]
    [InlineData("127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("127.0.0.1", "127.0.0.1:4566")]
    [InlineData(":5000", "0.0.0.0:5000")]
    [InlineData("localhost", "localhost:4566")]
    [InlineData("LOCALHOST:80", "localhost:80")]
    [InlineData("[::]:4566", "[::]:4566")]
    [InlineData("[::1]", "[::1]:4566")]
    [InlineData("10.1.2.3:65535", "10.1.2.3:65535")]
    public void UsableText_GivesAddress(string text, string expected) => Assert.Equal(expected, ListenAddress.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("4566")]
    [InlineData("example.test:4566")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("127.0.0.1:+1")]
    [InlineData("127.0.0.1:")]
    [InlineData("127.0.0.1:x")]
    [InlineData("127.1:80")]
    [InlineData("::1:80")]
    [InlineData("[::1")]
    [InlineData("[]:80")]
    [InlineData("[127.0.0.1]:80")]
    [InlineData("[::1]80")]
    [InlineData("http://127.0.0.1:80")]
    public void OtherText_GivesNull(string text) => Assert.Null(ListenAddress.Parse(text));

    [Fact]
    public void AnyText_NeverThrows()
    {
        const int Seed = 20_260_101;
        const string Alphabet = "[]:.0123456789lLocahst-+ %\u00e9\0";
        Random random = new(Seed);
        for (int round = 0; round < 20_000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Exception? thrown = Record.Exception(() => ListenAddress.Parse(text));
            Assert.True(thrown is null, $"seed {Seed}, text '{text}': {thrown}");
        }
    }
}
