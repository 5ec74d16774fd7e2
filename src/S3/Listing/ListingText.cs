using System.Buffers;
using System.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Listing;

/// <summary>Writes keys in the encoding that a listing asks for.</summary>
internal readonly record struct ListingText
{
    private const string Url = "url";
    private const string Digits = "0123456789ABCDEF";

    private static readonly SearchValues<byte> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/"u8);

    /// <summary>What <c>encoding-type</c> said: <c>url</c> or null.</summary>
    public string? EncodingType { get; private init; }

    /// <summary>Reads the parameter.</summary>
    /// <param name="encodingType">Its value, or null.</param>
    /// <returns>How keys are written.</returns>
    /// <exception cref="Core.Errors.AwsException">There is no such encoding.</exception>
    public static ListingText Parse(string? encodingType) => encodingType is null or "" or Url
        ? new() { EncodingType = encodingType is Url ? Url : null }
        : throw RequestErrors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", encodingType);

    /// <summary>Writes a key, or a part of one.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <returns>Its text, percent-encoded if that was asked for; a space becomes a plus sign.</returns>
    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (EncodingType is null || !bytes.ContainsAnyExcept(Unreserved)) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length + 16);
        foreach (byte value in bytes)
        {
            if (value == ' ') text.Append('+');
            else if (Unreserved.Contains(value)) text.Append((char)value);
            else text.Append('%').Append(Digits[value >> 4]).Append(Digits[value & 15]);
        }

        return text.ToString();
    }

    /// <summary>Writes a parameter back.</summary>
    /// <param name="parameter">The parameter, or null.</param>
    /// <returns>Its text, or null.</returns>
    public string? Of(string? parameter) =>
        parameter is null || EncodingType is null ? parameter : Of(Encoding.UTF8.GetBytes(parameter));
}
