using System.Globalization;

namespace RustStack.Codegen.DynamoDb;

/// <summary>The least and the greatest value or length that a constraint allows; null for no limit.</summary>
internal readonly record struct Bounds(decimal? Minimum, decimal? Maximum)
{
    /// <summary>Whether nothing can violate the bounds of a length.</summary>
    public bool AllowAnyLength => Minimum is null or 0 && Maximum is null;

    /// <summary>The lower bound as C# and AWS's messages write it.</summary>
    public string MinimumText => Minimum!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The upper bound as C# and AWS's messages write it.</summary>
    public string MaximumText => Maximum!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The fact for a doc comment, such as <c>Characters: 3 to 255.</c></summary>
    public string Describe(string what) => (Minimum, Maximum) switch
    {
        (null, null) => "",
        (not null, null) => $"{what}: at least {MinimumText}.",
        (null, not null) => $"{what}: at most {MaximumText}.",
        _ => $"{what}: {MinimumText} to {MaximumText}.",
    };
}
