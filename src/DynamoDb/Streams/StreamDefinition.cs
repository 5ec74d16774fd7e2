using RustStack.DynamoDb.Generated;
using StreamStatus = RustStack.DynamoDb.Generated.Streams.StreamStatus;

namespace RustStack.DynamoDb.Streams;

/// <summary>What a stream is: everything about it but its shards.</summary>
internal sealed record StreamDefinition
{
    /// <summary>Which it is.</summary>
    public required StreamName Name { get; init; }

    /// <summary>What its records have of an item: a value of <see cref="StreamViewType"/>.</summary>
    public required string ViewType { get; init; }

    /// <summary>The key of its table.</summary>
    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    /// <summary>When it was enabled.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was disabled, or its table deleted; null while it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Whether its records have the item as it was.</summary>
    public bool HasOldImages => ViewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;

    /// <summary>Whether its records have the item as it is.</summary>
    public bool HasNewImages => ViewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;

    /// <summary>The stream's status.</summary>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long it is being enabled or disabled.</param>
    /// <returns>A value of <see cref="StreamStatus"/>.</returns>
    public string StatusAt(DateTimeOffset now, TimeSpan delay) => DisabledAt is { } disabledAt
        ? now < disabledAt + delay ? StreamStatus.Disabling : StreamStatus.Disabled
        : now < CreatedAt + delay ? StreamStatus.Enabling : StreamStatus.Enabled;

    /// <summary>Whether the stream is kept no longer.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True when it was disabled longer ago than streams are kept.</returns>
    public bool IsOverAt(DateTimeOffset now) => DisabledAt is { } disabledAt && now - disabledAt > StreamSettings.Retention;
}
