using System.Runtime.CompilerServices;

namespace RustStack.S3.Protocol;

/// <summary>The ranges of the open elements' names, outermost first.</summary>
[InlineArray(XmlBodyReader.MaxDepth)]
internal struct XmlNames
{
    private Range _first;
}
