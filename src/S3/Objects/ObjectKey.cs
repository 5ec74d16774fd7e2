using System.Text;
using RustStack.S3.Errors;

namespace RustStack.S3.Objects;

/// <summary>Keys of objects: UTF-8, at most 1,024 bytes (Amazon S3 user guide, "Naming Amazon S3 objects").</summary>
internal static class ObjectKey
{
    /// <summary>The longest key.</summary>
    public const int MaxLengthBytes = 1024;

    /// <summary>The bytes of a key, by which objects are ordered.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its UTF-8 form.</returns>
    /// <exception cref="Core.Errors.AwsException">It is too long.</exception>
    public static byte[] Parse(string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        return bytes.Length <= MaxLengthBytes ? bytes : throw ProtocolErrors.KeyTooLong(bytes.Length, MaxLengthBytes);
    }
}
