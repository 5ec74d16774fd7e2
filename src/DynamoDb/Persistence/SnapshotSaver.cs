using System.Runtime.InteropServices;
using RustStack.Core.Collections;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Persistence;

/// <summary>
/// Saves the items of a snapshot piece by piece: each piece is a change of its own, and the next one is appended once it is saved, so that
/// other changes get their turn however many items there are.
/// </summary>
/// <param name="journal">Takes the pieces.</param>
/// <param name="items">The items.</param>
/// <param name="toRecord">What is saved of an item.</param>
internal sealed class SnapshotSaver(IJournal journal, OrderedMapSnapshot<byte[], Item> items, Func<byte[], Item, JournalRecord> toRecord)
{
    /// <summary>The most items of a piece.</summary>
    public const int MostItemsInPiece = 1_000;

    private const long MostBytesInPiece = 1 << 20;

    private byte[] _after = [];

    /// <summary>Whether every item was appended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Appends the first piece, with what it belongs to.</summary>
    /// <param name="head">Makes the record of what the items belong to, told whether the piece has all of them.</param>
    /// <param name="undo">Takes it back.</param>
    /// <returns>What the answer waits for.</returns>
    /// <exception cref="JournalException">Nothing can be saved at the moment.</exception>
    public JournalReceipt Begin(Func<bool, JournalRecord> head, Action undo)
    {
        List<JournalRecord> piece = NextPiece();
        return journal.Append([head(IsDone), .. piece], undo);
    }

    /// <summary>Saves the pieces after the first.</summary>
    /// <returns>A task that ends when all of them are saved.</returns>
    /// <exception cref="JournalException">One could not be saved; those before it are.</exception>
    public async Task FinishAsync()
    {
        while (!IsDone)
        {
            List<JournalRecord> piece = NextPiece();
            await journal.Append(CollectionsMarshal.AsSpan(piece), static () => { }).CommittedAsync();
        }
    }

    private List<JournalRecord> NextPiece()
    {
        List<JournalRecord> piece = [];
        long bytes = 0;
        var cursor = items.Above(_after.AsSpan());
        for (; cursor.IsValid && piece.Count < MostItemsInPiece && bytes < MostBytesInPiece; cursor.MoveNext())
        {
            piece.Add(toRecord(cursor.Key, cursor.Value));
            bytes += cursor.Value.Bytes.Length;
            _after = cursor.Key;
        }

        IsDone = !cursor.IsValid;
        return piece;
    }
}
