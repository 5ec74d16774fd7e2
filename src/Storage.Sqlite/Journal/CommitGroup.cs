using RustStack.Core.Persistence;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>Changes that are committed together, in the order in which they were appended.</summary>
internal sealed class CommitGroup
{
    private readonly TaskCompletionSource _commit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Action> _undos = [];

    /// <summary>What is to be saved, in order.</summary>
    public List<JournalRecord> Records { get; } = [];

    /// <summary>Whether no change is in it.</summary>
    public bool IsEmpty => _undos.Count == 0;

    /// <summary>Ends with the commit.</summary>
    public Task Commit => _commit.Task;

    /// <summary>Adds a change.</summary>
    /// <param name="records">What is to be saved.</param>
    /// <param name="undo">Takes it back.</param>
    public void Add(ReadOnlySpan<JournalRecord> records, Action undo)
    {
        foreach (JournalRecord record in records) Records.Add(record);
        _undos.Add(undo);
    }

    /// <summary>Tells everybody who waits that the changes are saved.</summary>
    public void Succeed() => _commit.SetResult();

    /// <summary>Takes every change back, the last one first.</summary>
    public void TakeBack()
    {
        for (int i = _undos.Count - 1; i >= 0; i--) _undos[i]();
    }

    /// <summary>Tells everybody who waits that the changes were taken back.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(JournalException failure)
    {
        _commit.SetException(failure);

        // A sweep waits for nothing: its failure is not unobserved, the journal has logged it.
        _ = _commit.Task.Exception;
    }
}
