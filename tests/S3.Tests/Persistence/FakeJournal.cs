using RustStack.Core.Persistence;

namespace RustStack.S3.Tests.Persistence;

/// <summary>A journal that commits or fails when the test says so.</summary>
internal sealed class FakeJournal : IJournal
{
    private readonly List<(TaskCompletionSource Commit, Action Undo)> _waiting = [];

    /// <summary>Everything that was committed.</summary>
    public List<JournalRecord> Committed { get; } = [];

    /// <summary>What waits to be committed.</summary>
    public List<JournalRecord> Waiting { get; } = [];

    /// <summary>Whether changes are refused at once.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>Whether changes are committed at once.</summary>
    public bool IsInstant { get; set; } = true;

    public JournalReceipt Append(ReadOnlySpan<JournalRecord> records, Action undo)
    {
        if (IsRefusing) throw new JournalException("The disk is full.");
        if (IsInstant)
        {
            foreach (JournalRecord record in records) Committed.Add(record);
            return default;
        }

        foreach (JournalRecord record in records) Waiting.Add(record);
        TaskCompletionSource commit = new();
        _waiting.Add((commit, undo));
        return new(commit.Task);
    }

    /// <summary>Commits what waits.</summary>
    public void Commit()
    {
        Committed.AddRange(Waiting);
        foreach ((TaskCompletionSource commit, _) in Take()) commit.SetResult();
    }

    /// <summary>Fails what waits: takes everything back, the last change first, then tells those who wait.</summary>
    public void Fail()
    {
        List<(TaskCompletionSource Commit, Action Undo)> failed = Take();
        for (int i = failed.Count - 1; i >= 0; i--) failed[i].Undo();
        foreach ((TaskCompletionSource commit, _) in failed) commit.SetException(new JournalException("The disk is full."));
    }

    private List<(TaskCompletionSource Commit, Action Undo)> Take()
    {
        List<(TaskCompletionSource Commit, Action Undo)> taken = [.. _waiting];
        _waiting.Clear();
        Waiting.Clear();
        return taken;
    }
}
