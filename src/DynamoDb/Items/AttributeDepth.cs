using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Items;

/// <summary>
/// How deep attribute values nest. What requests bring is checked when it is read; an update can put deep values into deep ones.
/// </summary>
internal static class AttributeDepth
{
    /// <summary>The deepest level: a top-level attribute is level 1.</summary>
    public const int MaxLevels = 32;

    /// <summary>Whether a top-level attribute's value goes deeper than allowed.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it does.</returns>
    public static bool IsExceeded(AttributeValue value) => IsExceeded(value, 1);

    private static bool IsExceeded(AttributeValue value, int level)
    {
        if (level > MaxLevels) return true;
        switch (value)
        {
            case MapValue map:
                foreach ((_, AttributeValue element) in map.Values)
                {
                    if (IsExceeded(element, level + 1)) return true;
                }

                return false;
            case ListValue list:
                foreach (AttributeValue element in list.Values)
                {
                    if (IsExceeded(element, level + 1)) return true;
                }

                return false;
            default:
                return false;
        }
    }
}
