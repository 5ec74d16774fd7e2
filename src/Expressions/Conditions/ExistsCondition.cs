using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Whether an item has something at a path.</summary>
internal sealed class ExistsCondition(DocumentPath path, bool expected) : Condition
{
    /// <summary>True for <c>attribute_exists</c>, false for <c>attribute_not_exists</c>.</summary>
    public bool Expected { get; } = expected;

    public override bool Matches(IAttributeSource source) => path.Read(source) is not null == Expected;

    internal override void AddTo(UsedAttributes attributes) => attributes.Add(path);
}
