namespace RustStack.S3.Protocol;

/// <summary>An attribute's place in its document.</summary>
/// <param name="Name">The name, with its prefix.</param>
/// <param name="Value">The value between its quotes, still escaped.</param>
internal readonly record struct XmlAttribute(Range Name, Range Value);
