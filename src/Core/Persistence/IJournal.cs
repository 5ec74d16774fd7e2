namespace RustStack.Core.Persistence;

/// <summary>
/// Saves decided changes in the order in which they are made. A service that keeps its state in memory alone has no journal.
/// <para>
/// Whoever changes state appends the change with the lock held under which it was decided, and before memory changes; when that throws, memory
/// stays as it is. The answer to the client goes out after <see cref="JournalReceipt.CommittedAsync"/>. A change that cannot be saved is taken
/// back: the journal runs the undo of it and of every change after it, the last one first, and accepts nothing else meanwhile.
/// </para>
/// </summary>
public interface IJournal
{
    /// <summary>Takes a change. It never waits.</summary>
    /// <param name="records">What is to be saved: all of it, or nothing.</param>
    /// <param name="undo">
    /// Takes the change back in memory. It runs on another thread that holds no lock, takes the locks that it needs, and may not fail.
    /// </param>
    /// <returns>What the answer has to wait for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment.</exception>
    JournalReceipt Append(ReadOnlySpan<JournalRecord> records, Action undo);
}
