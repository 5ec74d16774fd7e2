using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>
/// The size of a value: UTF-16 units of a string, bytes of a binary value, elements of everything else;
/// numbers, booleans and null have none.
/// </summary>
internal sealed class SizeOperand(Operand operand) : Operand
{
    public override AttributeType? StaticType => AttributeType.N;

    public override AttributeValue? Evaluate(IAttributeSource source) =>
        Size(operand.Evaluate(source)) is { } size ? new NumberValue(DynamoNumber.FromInt64(size)) : null;

    public override void AddTo(UsedAttributes attributes) => operand.AddTo(attributes);

    private static int? Size(AttributeValue? value) => value switch
    {
        StringValue text => text.Value.Length,
        BinaryValue binary => binary.Value.Length,
        StringSetValue set => set.Values.Count,
        NumberSetValue set => set.Values.Count,
        BinarySetValue set => set.Values.Count,
        ListValue list => list.Values.Count,
        MapValue map => map.Values.Count,
        _ => null,
    };
}
