namespace RustStack.Core.Signing;

/// <summary>Where a query parameter stands in the text of encoded parameters: its name, and right after it its value.</summary>
/// <param name="Start">Where the name begins.</param>
/// <param name="NameLength">The name's length in bytes.</param>
/// <param name="ValueLength">The value's length in bytes.</param>
internal readonly record struct QueryParameter(int Start, int NameLength, int ValueLength);
