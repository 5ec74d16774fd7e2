namespace RustStack.Expressions.Values;

/// <summary>The wire descriptors of the data types, such as <c>SS</c>, without reflection.</summary>
public static class AttributeTypeNames
{
    private static readonly string[] Names = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

    /// <summary>The descriptor of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its descriptor on the wire.</returns>
    public static string ToName(this AttributeType type) => Names[(int)type];

    /// <summary>Reads a descriptor; case matters.</summary>
    /// <param name="name">The text.</param>
    /// <param name="type">The type that it names.</param>
    /// <returns>False when the text names no type.</returns>
    public static bool TryParse(string name, out AttributeType type)
    {
        int index = Array.IndexOf(Names, name);
        type = (AttributeType)Math.Max(index, 0);
        return index >= 0;
    }
}
