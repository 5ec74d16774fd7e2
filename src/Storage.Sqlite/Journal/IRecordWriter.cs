using RustStack.Core.Persistence;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>Writes the records of one service. Used by the journal alone, within its transactions.</summary>
internal interface IRecordWriter : IDisposable
{
    /// <summary>Writes a record, if it is one of this service's.</summary>
    /// <param name="record">The record.</param>
    /// <returns>False when it is another service's.</returns>
    bool TryWrite(JournalRecord record);

    /// <summary>Whether there may be rows that nothing refers to any more.</summary>
    bool HasLeftovers { get; }

    /// <summary>Deletes some of those rows: one bounded piece, in a transaction of its own, when no change waits.</summary>
    void Tidy();
}
