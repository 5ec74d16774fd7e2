namespace RustStack.DynamoDb.Transactions;

/// <summary>A <c>ClientRequestToken</c>, which means something to one account in one region.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Text">The token.</param>
internal readonly record struct TransactionToken(string AccountId, string Region, string Text);
