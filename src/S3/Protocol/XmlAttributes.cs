using System.Runtime.CompilerServices;

namespace RustStack.S3.Protocol;

/// <summary>The attributes of the element just opened.</summary>
[InlineArray(XmlBodyReader.MaxAttributes)]
internal struct XmlAttributes
{
    private XmlAttribute _first;
}
