namespace RustStack.Core.Persistence;

/// <summary>What came of a change that was appended to a journal. The default value stands for a change that nobody saves.</summary>
/// <param name="commit">Ends with the commit; null when there is nothing to wait for.</param>
public readonly struct JournalReceipt(Task? commit)
{
    private readonly Task? _commit = commit;

    /// <summary>Whether the change, and all before it, are saved.</summary>
    public bool IsCommitted => _commit is null || _commit.IsCompletedSuccessfully;

    /// <summary>Waits until the change, and all before it, are saved. It cannot be cancelled: the change is made.</summary>
    /// <returns>A task that ends then.</returns>
    /// <exception cref="JournalException">The change could not be saved, and was taken back.</exception>
    public ValueTask CommittedAsync() => _commit is null ? ValueTask.CompletedTask : new(_commit);
}
