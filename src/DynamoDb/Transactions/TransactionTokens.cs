using System.Buffers.Binary;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Persistence;

namespace RustStack.DynamoDb.Transactions;

/// <summary>
/// Remembers the transactions that had a token, for ten minutes after each: the same token with the same transaction is answered without
/// doing it again. What is remembered is bounded; beyond that the oldest is forgotten early.
/// </summary>
internal sealed class TransactionTokens
{
    /// <summary>The most completed transactions that are remembered, unless told otherwise.</summary>
    public const int DefaultCapacity = 100_000;

    private readonly int _capacity;
    private readonly Lock _lock = new();
    private readonly Dictionary<TransactionToken, (UInt128 Fingerprint, bool IsDone)> _known = [];
    private readonly Queue<(TransactionToken Token, DateTimeOffset ForgetAt)> _done = [];

    /// <summary>Makes a memory of the tokens that were saved.</summary>
    /// <param name="saved">The saved tokens, in the order in which their transactions were done.</param>
    /// <param name="capacity">The most completed transactions that are remembered.</param>
    public TransactionTokens(IEnumerable<SavedToken>? saved = null, int capacity = DefaultCapacity)
    {
        _capacity = capacity;
        foreach (SavedToken token in saved ?? [])
        {
            TransactionToken key = new(token.AccountId, token.Region, token.Token);
            _known[key] = (BinaryPrimitives.ReadUInt128BigEndian(token.Fingerprint), true);
            Remember(key, token.DoneAt);
        }
    }

    /// <summary>What is saved of a transaction that had a token, together with its changes.</summary>
    /// <param name="token">The token.</param>
    /// <param name="fingerprint">What its actions are.</param>
    /// <param name="now">The time.</param>
    /// <returns>The record.</returns>
    public static SavedToken ToRecord(TransactionToken token, UInt128 fingerprint, DateTimeOffset now)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, fingerprint);
        return new(token.AccountId, token.Region, token.Text, bytes, now);
    }

    /// <summary>Begins a transaction, unless it was done before.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="fingerprint">What its actions are.</param>
    /// <param name="now">The time.</param>
    /// <returns>True when it is to be done now, and then ended; false when it was done.</returns>
    /// <exception cref="Core.Errors.AwsException">
    /// IdempotentParameterMismatchException: the token belongs to another transaction; TransactionInProgressException: it is being done.
    /// </exception>
    public bool TryBegin(TransactionToken token, UInt128 fingerprint, DateTimeOffset now)
    {
        lock (_lock)
        {
            while (_done.TryPeek(out var oldest) && oldest.ForgetAt <= now) Forget();
            if (_known.TryAdd(token, (fingerprint, false))) return true;
            (UInt128 known, bool isDone) = _known[token];
            if (known != fingerprint) throw DynamoDbErrors.IdempotentParameterMismatch();
            return isDone ? false : throw DynamoDbErrors.TransactionInProgress();
        }
    }

    /// <summary>Ends a transaction that was begun.</summary>
    /// <param name="token">Its token.</param>
    /// <param name="isDone">Whether it happened; one that was cancelled may be tried again with the same token.</param>
    /// <param name="now">The time.</param>
    public void End(TransactionToken token, bool isDone, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!isDone)
            {
                _known.Remove(token);
                return;
            }

            _known[token] = _known[token] with { IsDone = true };
            Remember(token, now);
        }
    }

    private void Remember(TransactionToken token, DateTimeOffset doneAt)
    {
        _done.Enqueue((token, doneAt + SavedToken.Lifetime));
        if (_done.Count > _capacity) Forget();
    }

    private void Forget() => _known.Remove(_done.Dequeue().Token);
}
