namespace RustStack.DynamoDb.Transactions;

/// <summary>What an action of TransactWriteItems does with its item.</summary>
internal enum TransactionActionKind
{
    /// <summary>Nothing; the item only has to satisfy a condition.</summary>
    Check,

    /// <summary>Replaces it.</summary>
    Put,

    /// <summary>Adds it; there must be none.</summary>
    Insert,

    /// <summary>Deletes it.</summary>
    Delete,

    /// <summary>Changes attributes of it.</summary>
    Update,
}
