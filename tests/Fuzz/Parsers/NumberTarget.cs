using System.Text;
using RustStack.Expressions.Values;

namespace RustStack.Fuzz.Parsers;

/// <summary>DynamoDB's numbers: bytes and text say the same, and what is printed means the same number.</summary>
internal sealed class NumberTarget : IParserTarget
{
    public string Corpus => "numbers";

    public void Run(byte[] input)
    {
        NumberResult number = DynamoNumber.Parse(input);
        if (!Ascii.IsValid(input)) return;
        if (number.Error != DynamoNumber.Parse(Encoding.ASCII.GetString(input).AsSpan()).Error) throw new InvalidOperationException("Text and bytes differ.");
        if (number.Error is not null) return;
        if (DynamoNumber.Parse(number.Value.ToString().AsSpan()).Value != number.Value) throw new InvalidOperationException("It prints as another number.");
        Span<byte> key = stackalloc byte[DynamoNumber.MaxKeyLength];
        int length = NumberKey.Write(number.Value, key);
        if (NumberKey.Read(key[..length], out _) != number.Value) throw new InvalidOperationException("Its key is another number's.");
    }
}
