using System.Text;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tests.Items;

/// <summary>Random attribute values; a seed always gives the same ones.</summary>
internal sealed class RandomValues(int seed)
{
    private readonly Random _random = new(seed);

    public Dictionary<string, AttributeValue> Attributes()
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        for (int i = _random.Next(12); i > 0; i--) attributes[Text() + (char)('a' + i)] = Value(depth: 0);
        return attributes;
    }

    public AttributeValue Value(int depth) => _random.Next(depth < 4 ? 10 : 8) switch
    {
        0 => new StringValue(Text()),
        1 => new NumberValue(Number()),
        2 => new BinaryValue(Bytes()),
        3 => NullValue.Instance,
        4 => BooleanValue.Of(_random.Next(2) == 0),
        5 => new StringSetValue([.. Enumerable.Range(0, 1 + _random.Next(5)).Select(index => index + Text())]),
        6 => new NumberSetValue([.. Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => Number()).Distinct()]),
        7 => new BinarySetValue([.. Enumerable.Range(0, 1 + _random.Next(5)).Select(index => (byte[])[(byte)index, .. Bytes()])]),
        8 => new ListValue([.. Enumerable.Range(0, _random.Next(5)).Select(_ => Value(depth + 1))]),
        _ => new MapValue(Enumerable.Range(0, _random.Next(5)).ToDictionary(index => index + Text(), _ => Value(depth + 1))),
    };

    public DynamoNumber Number()
    {
        int digits = 1 + _random.Next(38);
        string text = string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + _random.Next(10))));
        string sign = _random.Next(2) == 0 ? "-" : "";
        return DynamoNumber.Parse($"{sign}{text}E{_random.Next(-90, 87)}").Value;
    }

    public byte[] Bytes()
    {
        byte[] bytes = new byte[_random.Next(8)];
        _random.NextBytes(bytes);
        return bytes;
    }

    public string Text()
    {
        Rune[] alphabet = [new('a'), new('b'), new('"'), new('\\'), new('\n'), new('\0'), new(0x1F), new('é'), new('漢'), new(0x1F600), new('/')];
        var text = new StringBuilder();
        for (int i = _random.Next(8); i > 0; i--) text.Append(alphabet[_random.Next(alphabet.Length)]);
        return text.ToString();
    }
}
