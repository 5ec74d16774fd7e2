using System.Text;
using RustStack.Core.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Tests.Protocol;

public class XmlBodyReaderTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    [Theory]
    [InlineData("<T><K>a</K></T>", "a")]
    [InlineData(Declaration + "<T><K>a</K></T>", "a")]
    [InlineData("\uFEFF" + Declaration + "<T><K>a</K></T>", "a")]
    [InlineData("<?xml version='1.0' encoding='utf-8' standalone='yes' ?><T><K>a</K></T>\n\n", "a")]
    [InlineData("<!-- c --><T><!-- d --><K>a<!-- e -->b</K><?pi x?></T><!-- f -->", "ab")]
    [InlineData("<T xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><K>a</K></T>", "a")]
    [InlineData("<s3:T xmlns:s3=\"http://s3.amazonaws.com/doc/2006-03-01/\"><s3:K>a</s3:K></s3:T>", "a")]
    [InlineData("<T >\r\n\t<K\n>a</K\t>\r\n</T >", "a")]
    [InlineData("<T><U><V>x</V><K>no</K></U><K>a</K><W/></T>", "a")]
    [InlineData("<T><U>&lt;<![CDATA[<K>]]></U><K>a</K></T>", "a")]
    [InlineData("<T><K></K></T>", "")]
    [InlineData("<T><K/></T>", "")]
    [InlineData("<T><K a=\"1\" b='2' /></T>", "")]
    [InlineData("<T><K> a b </K></T>", " a b ")]
    [InlineData("<T><K>&lt;&gt;&amp;&quot;&apos;</K></T>", "<>&\"'")]
    [InlineData("<T><K>&#65;&#x42;&#x1F600;&#13;</K></T>", "AB😀\r")]
    [InlineData("<T><K>a\r\nb\rc</K></T>", "a\nb\nc")]
    [InlineData("<T><K><![CDATA[a&b<c>]]>d</K></T>", "a&b<c>d")]
    [InlineData("<T><K>€😀</K></T>", "€😀")]
    [InlineData("<T><K>a>b</K></T>", "a>b")]
    public void WellFormedDocument_GivesTheText(string document, string text) => Assert.Equal(text, Read(document));

    [Fact]
    public void MissingElement_GivesNull() => Assert.Null(Read("<T/>"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("text")]
    [InlineData("<T>")]
    [InlineData("<T><K>a</K>")]
    [InlineData("<T><K>a</T></K>")]
    [InlineData("<T><K>a</K></U>")]
    [InlineData("<U><K>a</K></U>")]
    [InlineData("<T></T><T></T>")]
    [InlineData("<T></T>text")]
    [InlineData("<T>text<K>a</K></T>")]
    [InlineData("<T><K>a</K><K>b</K></T>")]
    [InlineData("<T><K>a<b/></K></T>")]
    [InlineData("<T><K>a & b</K></T>")]
    [InlineData("<T><K>&nbsp;</K></T>")]
    [InlineData("<T><K>&#0;</K></T>")]
    [InlineData("<T><K>&#x1;</K></T>")]
    [InlineData("<T><K>&#xD800;</K></T>")]
    [InlineData("<T><K>&#xFFFF;</K></T>")]
    [InlineData("<T><K>&#x110000;</K></T>")]
    [InlineData("<T><K>&#;</K></T>")]
    [InlineData("<T><K>&#x;</K></T>")]
    [InlineData("<T><K>&#-5;</K></T>")]
    [InlineData("<T><K>&#99999999999999;</K></T>")]
    [InlineData("<T><K>&lt</K></T>")]
    [InlineData("<T><K>a]]>b</K></T>")]
    [InlineData("<T><K>a\0b</K></T>")]
    [InlineData("<T><K>a\u0001b</K></T>")]
    [InlineData("<T><K>\uFFFF</K></T>")]
    [InlineData("<T a=1/>")]
    [InlineData("<T a/>")]
    [InlineData("<T a=\"1\" a=\"2\"/>")]
    [InlineData("<T a=\"1\"b=\"2\"/>")]
    [InlineData("<T a=\"<\"/>")]
    [InlineData("<T a=\"&x;\"/>")]
    [InlineData("<T / >")]
    [InlineData("< T/>")]
    [InlineData("<1T/>")]
    [InlineData("<a:b:T/>")]
    [InlineData("<:T/>")]
    [InlineData("<T:/>")]
    [InlineData("<!DOCTYPE T><T/>")]
    [InlineData("<!DOCTYPE T [<!ENTITY x \"y\">]><T><K>&x;</K></T>")]
    [InlineData("<!DOCTYPE T [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><T><K>&x;</K></T>")]
    [InlineData("<T><!ENTITY x \"y\"></T>")]
    [InlineData("<T><![CDATA[a]]></T>")]
    [InlineData("<T><K><![CDATA[a</K></T>")]
    [InlineData("<T><!-- a -- b --></T>")]
    [InlineData("<T><!-- a</T>")]
    [InlineData("<T><?xml version=\"1.0\"?></T>")]
    [InlineData(" <?xml version=\"1.0\"?><T/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?><T/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><T/>")]
    [InlineData("<?xml version=\"1.0\"")]
    public void AnyOtherDocument_IsMalformed(string document) => AssertMalformed(() => Read(document));

    [Fact]
    public void BytesThatAreNotUtf8_AreMalformed()
    {
        AssertMalformed(() => Read([.. "<T><K>"u8, 0xC3, 0x28, .. "</K></T>"u8]));
        AssertMalformed(() => Read(Encoding.Unicode.GetBytes("<T><K>a</K></T>")));
    }

    [Theory]
    [InlineData(XmlBodyReader.MaxDepth - 1, true)]
    [InlineData(XmlBodyReader.MaxDepth, false)]
    [InlineData(100_000, false)]
    public void Depth_IsBounded(int levels, bool isAllowed)
    {
        string nested = string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
        string document = $"<T>{nested}<K>a</K></T>";
        if (isAllowed) Assert.Equal("a", Read(document));
        else AssertMalformed(() => Read(document));
    }

    [Theory]
    [InlineData(XmlBodyReader.MaxAttributes, true)]
    [InlineData(XmlBodyReader.MaxAttributes + 1, false)]
    public void Attributes_AreBounded(int count, bool isAllowed)
    {
        string attributes = string.Concat(Enumerable.Range(0, count).Select(static i => $" a{i}=\"1\""));
        string document = $"<T{attributes}><K>a</K></T>";
        if (isAllowed) Assert.Equal("a", Read(document));
        else AssertMalformed(() => Read(document));
    }

    [Theory]
    [InlineData("<T><Days> 7 </Days></T>", 7)]
    [InlineData("<T><Days>-7</Days></T>", -7)]
    [InlineData("<T><Days>+7</Days></T>", 7)]
    [InlineData("<T><Days></Days></T>", null)]
    [InlineData("<T><Days>7.0</Days></T>", null)]
    [InlineData("<T><Days>2147483648</Days></T>", null)]
    [InlineData("<T><Days>seven</Days></T>", null)]
    [InlineData("<T><Days>7</Days><Days>8</Days></T>", null)]
    public void Integer_IsReadOrIsMalformed(string document, int? expected)
    {
        if (expected is { } value) Assert.Equal(value, Transition(document).Days);
        else AssertMalformed(() => Transition(document));
    }

    [Theory]
    [InlineData("2024-02-29T00:00:00.000Z", true)]
    [InlineData("2024-02-29T00:00:00Z", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2024-02-29T01:00:00+01:00", true)]
    [InlineData("2023-02-29T00:00:00Z", false)]
    [InlineData("yesterday", false)]
    public void Timestamp_IsReadOrIsMalformed(string text, bool isValid)
    {
        string document = $"<T><Date>{text}</Date></T>";
        if (isValid) Assert.Equal(new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero), Transition(document).Date);
        else AssertMalformed(() => Transition(document));
    }

    [Fact]
    public void RandomDocuments_AreReadOrAreMalformed()
    {
        const int Seed = 75_301;
        string[] pieces =
        [
            "<T>", "</T>", "<K>", "</K>", "<K/>", "<Tags", ">", "/>", "<", "a=\"", "\"", "'", "&lt;", "&", ";", "&#x41;", "<!--", "-->",
            "<![CDATA[", "]]>", "<?xml ", "?>", "<!DOCTYPE", " ", "\n", "text", "é", "\u0001", ":", "xmlns:x=\"y\"",
        ];
        Random random = new(Seed);
        for (int round = 0; round < 30_000; round++)
        {
            StringBuilder document = new("<T>");
            for (int count = random.Next(12); count > 0; count--) document.Append(pieces[random.Next(pieces.Length)]);
            AssertReadOrMalformed(Encoding.UTF8.GetBytes(document.ToString()), $"Seed {Seed}, round {round}: {document}");
        }
    }

    [Fact]
    public void RandomAndCutBytes_AreReadOrAreMalformed()
    {
        const int Seed = 75_302;
        Random random = new(Seed);
        byte[] valid = Encoding.UTF8.GetBytes(Declaration + "<T a='b'><U>&amp;<![CDATA[x]]></U><!-- c --><K>a&#10;€</K></T>");
        for (int round = 0; round < 20_000; round++)
        {
            byte[] document = valid[..random.Next(valid.Length + 1)];
            int changes = document.Length == 0 ? 0 : random.Next(4);
            for (; changes > 0; changes--) document[random.Next(document.Length)] = (byte)random.Next(256);
            AssertReadOrMalformed(document, $"Seed {Seed}, round {round}: {Convert.ToHexString(document)}");
        }
    }

    private static string? Read(string document) => Read(Encoding.UTF8.GetBytes(document));

    private static string? Read(byte[] document)
    {
        XmlBodyReader reader = new(document);
        reader.ReadRoot("T"u8);
        string? text = null;
        while (reader.ReadChild())
        {
            if (reader.NameIs("K"u8)) text = reader.ReadString(text);
            else reader.Skip();
        }

        reader.ReadEnd();
        return text;
    }

    private static Transition Transition(string document)
    {
        XmlBodyReader reader = new(Encoding.UTF8.GetBytes(document));
        reader.ReadRoot("T"u8);
        Transition value = TransitionXml.Read(ref reader);
        reader.ReadEnd();
        return value;
    }

    private static void AssertReadOrMalformed(byte[] document, string message)
    {
        Exception? error = Record.Exception(() => Read(document));
        Assert.True(error is null or AwsException { Code: "MalformedXML" }, $"{message} gave {error}");
    }

    private static void AssertMalformed(Action read)
    {
        AwsException error = Assert.Throws<AwsException>(read);
        Assert.Equal(("MalformedXML", 400), (error.Code, error.StatusCode));
        Assert.Equal("The XML you provided was not well-formed or did not validate against our published schema", error.Message);
    }
}
