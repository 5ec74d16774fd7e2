using System.Diagnostics.CodeAnalysis;

namespace RustStack.Expressions;

/// <summary>The outcome of compiling or evaluating: a value or an error, never both.</summary>
/// <typeparam name="T">What a success gives.</typeparam>
public readonly struct ExpressionResult<T>
    where T : class
{
    internal ExpressionResult(T value) => Value = value;

    internal ExpressionResult(ExpressionError error) => Error = error;

    /// <summary>The value, or null when there is an error.</summary>
    public T? Value { get; }

    /// <summary>The error, or null when there is a value.</summary>
    public ExpressionError? Error { get; }

    /// <summary>Takes the outcome apart.</summary>
    /// <param name="value">The value of a success.</param>
    /// <param name="error">The error of a failure.</param>
    /// <returns>True for a success.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ExpressionError? error)
    {
        value = Value;
        error = Error;
        return value is not null;
    }
}
