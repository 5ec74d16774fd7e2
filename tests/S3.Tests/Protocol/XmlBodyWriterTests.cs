using System.Text;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Protocol;

public class XmlBodyWriterTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Namespace = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    [Theory]
    [InlineData("", "<K></K>")]
    [InlineData("plain", "<K>plain</K>")]
    [InlineData("a&b<c>d\"e'f", "<K>a&amp;b&lt;c&gt;d&quot;e'f</K>")]
    [InlineData("tab\tline\nend", "<K>tab\tline\nend</K>")]
    [InlineData("cr\r", "<K>cr&#13;</K>")]
    [InlineData("\u0001\u001F", "<K>&#x1;&#x1f;</K>")]
    [InlineData("€😀", "<K>€😀</K>")]
    [InlineData("\"0123456789abcdef0123456789abcdef\"", "<K>&quot;0123456789abcdef0123456789abcdef&quot;</K>")]
    [InlineData("0123456<89abcdef>1234567&", "<K>0123456&lt;89abcdef&gt;1234567&amp;</K>")]
    [InlineData("01234567 ~\u007F0123456€😀89abcdef\uFFFE", "<K>01234567 ~\u007F0123456€😀89abcdef&#xfffe;</K>")]
    [InlineData(null, "")]
    public void Text_IsEscapedAsS3Does(string? text, string element)
    {
        string document = Write(writer =>
        {
            writer.Start("T"u8);
            writer.Text("");
            writer.Element("K"u8, text);
            writer.End("T"u8);
        });
        Assert.Equal($"{Declaration}<T{Namespace}>{element}</T>", document);
    }

    [Fact]
    public void ElementThatNothingIsWrittenInto_ClosesItself() => Assert.Equal(
        $"{Declaration}<T{Namespace}/>",
        Write(static writer =>
        {
            writer.Start("T"u8);
            writer.End("T"u8);
        }));

    [Fact]
    public void ValuesOfEveryType_AreWrittenAsS3PrintsThem()
    {
        string document = Write(static writer =>
        {
            writer.Start("T"u8);
            writer.Element("L"u8, long.MinValue);
            writer.Element("I"u8, 0);
            writer.Element("B"u8, true);
            writer.Element("D"u8, new DateTimeOffset(2009, 10, 12, 19, 50, 30, TimeSpan.FromHours(2)));
            writer.Element("N"u8, (long?)null);
            writer.End("T"u8);
        });
        Assert.Equal(
            $"{Declaration}<T{Namespace}><L>-9223372036854775808</L><I>0</I><B>true</B><D>2009-10-12T17:50:30.000Z</D></T>", document);
    }

    [Fact]
    public void LongDocument_IsWrittenWhole()
    {
        string text = new('x', 100_000);
        string document = Write(writer =>
        {
            writer.Start("T"u8);
            for (int i = 0; i < 10; i++) writer.Element("K"u8, text);
            writer.End("T"u8);
        });
        Assert.Equal($"{Declaration}<T{Namespace}>{string.Concat(Enumerable.Repeat($"<K>{text}</K>", 10))}</T>", document);
    }

    [Fact]
    public void Grantee_DeclaresItsNamespaceAndType() => Assert.Equal(
        $"{Declaration}<Grant{Namespace}>"
        + "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"><ID>a&amp;b</ID></Grantee>"
        + "<Permission>FULL_CONTROL</Permission></Grant>",
        Write(static writer => GrantXml.Write(
            writer, "Grant"u8, new() { Grantee = new() { ID = "a&b", Type = "CanonicalUser" }, Permission = "FULL_CONTROL" })));

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        const int Seed = 9_110;
        Random random = new(Seed);
        for (int round = 0; round < 2_000; round++)
        {
            string key = RandomText(random);
            byte[] document = Encoding.UTF8.GetBytes(Write(writer => TagXml.Write(writer, "Tag"u8, new() { Key = key, Value = key })));
            XmlBodyReader reader = new(document);
            reader.ReadRoot("Tag"u8);
            Tag read = TagXml.Read(ref reader);
            reader.ReadEnd();
            Assert.True(read.Key == key && read.Value == key, $"Seed {Seed}, round {round}: '{key}' came back as '{read.Key}'");
        }
    }

    private static string RandomText(Random random)
    {
        const string Alphabet = "ab &<>\"'\r\n\t]]>€é😀-;#x";
        StringBuilder text = new();
        for (int length = random.Next(20); length > 0; length--)
        {
            char next = Alphabet[random.Next(Alphabet.Length)];
            if (!char.IsSurrogate(next)) text.Append(next);
        }

        return text.ToString();
    }

    private static string Write(Action<XmlBodyWriter> write)
    {
        using XmlBodyWriter writer = new();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
