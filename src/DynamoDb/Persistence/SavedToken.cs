using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Persistence;

/// <summary>The token of a transaction that was done. A storage may forget it <see cref="Lifetime"/> after that.</summary>
/// <param name="AccountId">The account that it means something to.</param>
/// <param name="Region">The region that it means something in.</param>
/// <param name="Token">The token.</param>
/// <param name="Fingerprint">What the transaction was: 16 bytes.</param>
/// <param name="DoneAt">When it was done.</param>
public sealed record SavedToken(string AccountId, string Region, string Token, byte[] Fingerprint, DateTimeOffset DoneAt) : JournalRecord
{
    /// <summary>How long a token is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
