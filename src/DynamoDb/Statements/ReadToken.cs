using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Transactions;

namespace RustStack.DynamoDb.Statements;

/// <summary>
/// The <c>NextToken</c> of a SELECT: the key at which its page ended, and a hash of that key with statement and parameters, so that a
/// token goes on with its own statement only.
/// </summary>
internal static class ReadToken
{
    private const int HashBytes = 16;

    /// <summary>Makes a token.</summary>
    /// <param name="statement">The statement with its parameters.</param>
    /// <param name="lastKey">The key at which the page ended; null at the end.</param>
    /// <returns>The token; null at the end.</returns>
    public static string? Write(ParameterizedStatement statement, Item? lastKey)
    {
        if (lastKey is null) return null;
        var key = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(key)) lastKey.WriteTo(writer);
        byte[] token = new byte[HashBytes + key.WrittenCount];
        key.WrittenSpan.CopyTo(token.AsSpan(HashBytes));
        BinaryPrimitives.WriteUInt128BigEndian(token, Hash(statement, key.WrittenSpan));
        return Convert.ToBase64String(token);
    }

    /// <summary>Reads a token.</summary>
    /// <param name="statement">The statement with its parameters.</param>
    /// <param name="text">The token; null for none.</param>
    /// <returns>The key; null for none.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: it is no token of this statement.</exception>
    public static Item? Read(ParameterizedStatement statement, string? text)
    {
        if (text is null) return null;
        byte[] token = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, token, out int length) || length <= HashBytes) throw Foreign();
        ReadOnlySpan<byte> key = token.AsSpan(HashBytes, length - HashBytes);
        if (BinaryPrimitives.ReadUInt128BigEndian(token) != Hash(statement, key)) throw Foreign();
        var reader = new Utf8JsonReader(key);
        reader.Read();
        return Item.Read(ref reader);
    }

    private static UInt128 Hash(ParameterizedStatement statement, ReadOnlySpan<byte> key)
    {
        Span<byte> fingerprint = stackalloc byte[HashBytes];
        BinaryPrimitives.WriteUInt128BigEndian(fingerprint, TransactionFingerprint.Of([statement]));
        var hash = new XxHash128();
        hash.Append(fingerprint);
        hash.Append(key);
        return hash.GetCurrentHashAsUInt128();
    }

    private static Core.Errors.AwsException Foreign() => DynamoDbErrors.Validation(StatementErrorText.ForeignToken);
}
