namespace RustStack.Expressions.Values;

/// <summary>True or false (<c>BOOL</c>).</summary>
public sealed class BooleanValue : AttributeValue
{
    /// <summary>True.</summary>
    public static readonly BooleanValue True = new(true);

    /// <summary>False.</summary>
    public static readonly BooleanValue False = new(false);

    private BooleanValue(bool value) => Value = value;

    /// <summary>The truth value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override AttributeType Type => AttributeType.BOOL;

    /// <summary>The instance for a truth value.</summary>
    /// <param name="value">The truth value.</param>
    /// <returns><see cref="True"/> or <see cref="False"/>.</returns>
    public static BooleanValue Of(bool value) => value ? True : False;

    /// <inheritdoc/>
    public override bool Equals(AttributeValue? other) => other is BooleanValue that && Value == that.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
