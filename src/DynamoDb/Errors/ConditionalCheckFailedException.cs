using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Errors;

/// <summary>A write whose condition does not hold. A value on the way out, not a defect.</summary>
/// <param name="item">The item as it is, when the request asks for it and there is one.</param>
internal sealed class ConditionalCheckFailedException(Item? item)
    : AwsException("ConditionalCheckFailedException", 400, "The conditional request failed"), IErrorMembers
{
    /// <summary>The item as it is, when it is shown.</summary>
    public Item? Item { get; } = item;

    /// <inheritdoc/>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        if (Item is null) return;
        writer.WritePropertyName("Item"u8);
        Item.WriteTo(writer);
    }
}
