namespace RustStack.DynamoDb.Transactions;

/// <summary>AWS's texts for transactions that it refuses before they begin.</summary>
internal static class TransactionErrorText
{
    public const string NoAction = "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request";
    public const string ManyActions = "TransactItems can only contain one of Check, Put, Update or Delete";
    public const string SameItem = "Transaction request cannot include multiple operations on one item";
    public const string TooLarge = "The aggregate size of the items in the transaction cannot exceed 4 MB";
}
