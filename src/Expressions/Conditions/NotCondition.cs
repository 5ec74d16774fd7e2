using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>A condition negated.</summary>
internal sealed class NotCondition(Condition part) : Condition
{
    public override bool Matches(IAttributeSource source) => !part.Matches(source);

    internal override void AddTo(UsedAttributes attributes) => part.AddTo(attributes);
}
