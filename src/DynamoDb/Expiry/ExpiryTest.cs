using System.Buffers.Text;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Expiry;

/// <summary>
/// Tells expired items: those whose attribute is a number that, as seconds since 1970, is in the past, but by no more than five years
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
/// </summary>
/// <param name="attributeName">The attribute.</param>
/// <param name="now">The time.</param>
internal readonly struct ExpiryTest(string attributeName, DateTimeOffset now)
{
    private const int LongestAgeInYears = 5;

    private readonly byte[] _attribute = WireName.Of(attributeName);
    private readonly long _now = now.ToUnixTimeSeconds();
    private readonly long _oldest = now.AddYears(-LongestAgeInYears).ToUnixTimeSeconds();

    /// <summary>Whether an item has expired.</summary>
    /// <param name="item">The item.</param>
    /// <returns>True when it has.</returns>
    public bool IsExpired(Item item)
    {
        ReadOnlySpan<byte> value = item.Find(_attribute);
        if (value.IsEmpty || AttributeWire.TypeOf(value) != AttributeType.N) return false;
        ReadOnlySpan<byte> text = AttributeWire.ScalarText(value);
        if (Utf8Parser.TryParse(text, out long seconds, out int read) && read == text.Length) return seconds < _now && seconds >= _oldest;
        DynamoNumber number = DynamoNumber.Parse(text).Value;
        return number < DynamoNumber.FromInt64(_now) && number >= DynamoNumber.FromInt64(_oldest);
    }
}
