using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Keys;

namespace RustStack.DynamoDb.Batches;

/// <summary>The keys of a batch within one table: none may come twice.</summary>
internal sealed class KeySet
{
    private readonly HashSet<byte[]> _keys = new(KeyBytesComparer.Instance);

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key bytes.</param>
    /// <returns>The same bytes.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException: the key was added before.</exception>
    public byte[] Add(byte[] key) => _keys.Add(key) ? key : throw DynamoDbErrors.Validation(BatchErrorText.Duplicates);
}
