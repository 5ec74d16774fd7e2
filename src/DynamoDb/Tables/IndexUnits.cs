namespace RustStack.DynamoDb.Tables;

/// <summary>An index's share of what a write costs.</summary>
/// <param name="Index">The index.</param>
/// <param name="Units">Write units; zero when the index has nothing of the change.</param>
internal readonly record struct IndexUnits(IndexDefinition Index, int Units);
