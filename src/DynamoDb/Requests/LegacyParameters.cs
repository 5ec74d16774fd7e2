using RustStack.DynamoDb.Generated;
using RustStack.Expressions.Legacy;

namespace RustStack.DynamoDb.Requests;

/// <summary>Hands the parameters from before expressions to those who compile them.</summary>
internal static class LegacyParameters
{
    /// <summary>Whether a request uses the older form of conditions.</summary>
    /// <typeparam name="T">What the entries are.</typeparam>
    /// <param name="entries">The entries, or null.</param>
    /// <param name="conditionalOperator">How they go together, or null.</param>
    /// <returns>True when it has either.</returns>
    public static bool IsUsed<T>(IReadOnlyDictionary<string, T>? entries, string? conditionalOperator) =>
        entries is { Count: > 0 } || conditionalOperator is not null;

    /// <summary>The entries of <c>KeyConditions</c>, <c>QueryFilter</c> or <c>ScanFilter</c>.</summary>
    /// <param name="conditions">The parameter, or null.</param>
    /// <returns>Its entries.</returns>
    public static IReadOnlyCollection<LegacyCondition> Conditions(IReadOnlyDictionary<string, Condition>? conditions) =>
        [.. (conditions ?? Empty<Condition>()).Select(static entry =>
            new LegacyCondition(entry.Key, entry.Value.ComparisonOperator, entry.Value.AttributeValueList))];

    /// <summary>The entries of <c>Expected</c>.</summary>
    /// <param name="expected">The parameter, or null.</param>
    /// <returns>Its entries.</returns>
    public static IReadOnlyCollection<LegacyExpectation> Expectations(IReadOnlyDictionary<string, ExpectedAttributeValue>? expected) =>
        [.. (expected ?? Empty<ExpectedAttributeValue>()).Select(static entry => new LegacyExpectation(
            entry.Key, entry.Value.Value, entry.Value.Exists, entry.Value.ComparisonOperator, entry.Value.AttributeValueList))];

    /// <summary>The entries of <c>AttributeUpdates</c>.</summary>
    /// <param name="updates">The parameter.</param>
    /// <returns>Its entries.</returns>
    public static IReadOnlyCollection<LegacyUpdate> Updates(IReadOnlyDictionary<string, AttributeValueUpdate> updates) =>
        [.. updates.Select(static entry => new LegacyUpdate(entry.Key, entry.Value.Action, entry.Value.Value))];

    private static Dictionary<string, T> Empty<T>() => [];
}
