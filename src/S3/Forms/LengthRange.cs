using RustStack.S3.Errors;

namespace RustStack.S3.Forms;

/// <summary>How long the file of a form may be.</summary>
/// <param name="MinBytes">The fewest bytes.</param>
/// <param name="MaxBytes">The most bytes.</param>
internal readonly record struct LengthRange(long MinBytes, long MaxBytes)
{
    /// <summary>What is left of the range within another.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>The range that both allow.</returns>
    public LengthRange Within(LengthRange other) => new(Math.Max(MinBytes, other.MinBytes), Math.Min(MaxBytes, other.MaxBytes));

    /// <summary>Checks that a file is not too short; that it is not too long was checked when it came.</summary>
    /// <param name="lengthBytes">Its length.</param>
    /// <exception cref="Core.Errors.AwsException">EntityTooSmall.</exception>
    public void CheckMin(long lengthBytes)
    {
        if (lengthBytes < MinBytes) throw FormErrors.TooSmall(lengthBytes, MinBytes);
    }
}
