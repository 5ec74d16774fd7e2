using RustStack.Core.Persistence;

namespace RustStack.DynamoDb.Streams;

/// <summary>The beginning or the end of a stream, which is part of a change of its table. The table's gate is held.</summary>
/// <param name="records">What is saved, together with the table.</param>
/// <param name="make">Makes it, given what came of saving.</param>
/// <param name="takeBack">Takes it back: it could not be saved.</param>
internal sealed class StreamTransition(JournalRecord[] records, Action<JournalReceipt> make, Action takeBack)
{
    /// <summary>What is saved, together with the table.</summary>
    public JournalRecord[] Records => records;

    /// <summary>Makes it.</summary>
    /// <param name="saved">What came of saving.</param>
    public void Make(JournalReceipt saved) => make(saved);

    /// <summary>Takes it back.</summary>
    public void TakeBack() => takeBack();
}
