namespace RustStack.Expressions.Values;

/// <summary>AWS's texts for numbers that it refuses.</summary>
internal static class NumberErrors
{
    public const string TooManyDigits = "Attempting to store more than 38 significant digits in a Number";
    public const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    public const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";

    private const string NotNumeric = "The parameter cannot be converted to a numeric value";

    public static string Unreadable(string text) => text.Length == 0 ? NotNumeric : $"{NotNumeric}: {text}";
}
