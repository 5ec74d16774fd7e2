using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace RustStack.S3.Tests.Operations;

/// <summary>An answer as it went out.</summary>
internal sealed record S3Reply(int Status, IHeaderDictionary Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public XElement Xml => XDocument.Parse(Text).Root!;

    /// <summary>The text of the first element of a name, at any depth; null when there is none.</summary>
    public string? this[string element] => Xml.Descendants().FirstOrDefault(found => found.Name.LocalName == element)?.Value;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The texts of every element of a name, in order.</summary>
    public IReadOnlyList<string> All(string element) =>
        [.. Xml.Descendants().Where(found => found.Name.LocalName == element).Select(found => found.Value)];

    public void AssertError(int status, string code, string message)
    {
        Assert.True(status == Status, $"{Status}: {Text}");
        Assert.Equal((code, message), (this["Code"], this["Message"]));
    }
}
