namespace RustStack.Expressions.Values;

/// <summary>The outcome of reading or computing a number: the number, or why there is none.</summary>
public readonly record struct NumberResult
{
    private NumberResult(DynamoNumber value, string? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The number; zero when there is an error.</summary>
    public DynamoNumber Value { get; }

    /// <summary>AWS's error text, or null when there is a number.</summary>
    public string? Error { get; }

    internal static NumberResult Of(DynamoNumber value) => new(value, null);

    internal static NumberResult Failed(string error) => new(default, error);
}
