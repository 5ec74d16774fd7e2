namespace RustStack.Expressions.Conditions;

/// <summary>
/// The first error of each sort that binding one comparison or function meets. AWS reports them in the order of the sorts: what is not
/// defined, then operand counts, then operands that are the same, then operand types.
/// </summary>
internal struct BindingErrors
{
    private string? _undefined;
    private string? _count;
    private string? _distinct;
    private string? _type;

    public readonly string? First => _undefined ?? _count ?? _distinct ?? _type;

    public void Undefined(string error) => _undefined ??= error;

    public void Count(string error) => _count ??= error;

    public void Distinct(string error) => _distinct ??= error;

    public void Type(string error) => _type ??= error;
}
