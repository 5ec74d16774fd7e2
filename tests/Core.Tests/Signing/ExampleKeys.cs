using RustStack.Core.Signing;

namespace RustStack.Core.Tests.Signing;

/// <summary>The key pairs of AWS's documentation.</summary>
internal static class ExampleKeys
{
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static AccessKeys Documented { get; } = new([new("AKIDEXAMPLE", Secret, "000000000000")]);
}
