using System.Buffers.Binary;
using RustStack.Core.Persistence;
using RustStack.DynamoDb.Generated.Streams;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Streams;

namespace RustStack.DynamoDb.Persistence;

/// <summary>
/// The bytes of a stream's record: a form byte, what happened, the time in ticks, then key, old image and new image, each after its
/// length; length 0 stands for none.
/// </summary>
internal static class StreamEntryBytes
{
    private const byte Form = 1;
    private const byte ExpiryFlag = 0x80;
    private const int HeaderBytes = 2 + sizeof(long);

    private static readonly string[] Events = [OperationType.Insert, OperationType.Modify, OperationType.Remove];

    /// <summary>Writes a record.</summary>
    /// <param name="entry">The record.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] Write(StreamEntry entry)
    {
        ReadOnlySpan<Item?> items = [entry.Keys, entry.OldImage, entry.NewImage];
        int length = HeaderBytes;
        foreach (Item? item in items) length += Varint.LengthOf(item?.Bytes.Length ?? 0) + (item?.Bytes.Length ?? 0);

        byte[] bytes = new byte[length];
        bytes[0] = Form;
        bytes[1] = (byte)(Array.IndexOf(Events, entry.EventName) | (entry.IsExpiry ? ExpiryFlag : 0));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), entry.CreatedAt.UtcTicks);
        int position = HeaderBytes;
        foreach (Item? item in items)
        {
            ReadOnlySpan<byte> data = item is null ? default : item.Data;
            Varint.Write(bytes, ref position, data.Length);
            data.CopyTo(bytes.AsSpan(position));
            position += data.Length;
        }

        return bytes;
    }

    /// <summary>Reads a record.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="shard">The shard that it is in.</param>
    /// <returns>The record.</returns>
    /// <exception cref="StateException">It is no such record.</exception>
    public static StreamEntry Read(SavedStreamRecord saved, StreamShard shard)
    {
        try
        {
            ReadOnlySpan<byte> bytes = saved.Data;
            if (bytes[0] != Form) throw new ArgumentOutOfRangeException(nameof(saved), "The form is unknown.");
            int position = HeaderBytes;
            Item? keys = ReadItem(bytes, ref position);
            return new()
            {
                Shard = shard,
                Number = saved.Number,
                EventName = Events[bytes[1] & ~ExpiryFlag],
                CreatedAt = new(BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), TimeSpan.Zero),
                Keys = keys ?? Item.Empty,
                OldImage = ReadItem(bytes, ref position),
                NewImage = ReadItem(bytes, ref position),
                IsExpiry = (bytes[1] & ExpiryFlag) != 0,
            };
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new StateException("The saved state is damaged: a record of a stream cannot be read.", exception);
        }
    }

    private static Item? ReadItem(ReadOnlySpan<byte> bytes, ref int position)
    {
        int length = Varint.Read(bytes, ref position);
        position += length;
        return length == 0 ? null : new(bytes[(position - length)..position].ToArray());
    }
}
