using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Whether a string or binary value begins with another.</summary>
internal sealed class BeginsWithCondition(Operand operand, Operand prefix) : Condition
{
    public Operand Operand { get; } = operand;

    public Operand Prefix { get; } = prefix;

    public override bool Matches(IAttributeSource source) => (Operand.Evaluate(source), Prefix.Evaluate(source)) switch
    {
        (StringValue text, StringValue start) => text.Value.StartsWith(start.Value, StringComparison.Ordinal),
        (BinaryValue bytes, BinaryValue start) => bytes.Value.AsSpan().StartsWith(start.Value),
        _ => false,
    };

    internal override void AddTo(UsedAttributes attributes)
    {
        Operand.AddTo(attributes);
        Prefix.AddTo(attributes);
    }
}
