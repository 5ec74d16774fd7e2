using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Tables;

/// <summary>A decided change of one item.</summary>
/// <param name="Key">The item's key bytes.</param>
/// <param name="Before">The item as it was; null when there was none.</param>
/// <param name="After">The item as it is from now on; null when it is deleted.</param>
internal readonly record struct ItemChange(byte[] Key, Item? Before, Item? After);
