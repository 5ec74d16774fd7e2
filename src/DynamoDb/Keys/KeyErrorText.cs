using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Keys;

/// <summary>AWS's texts for keys that it refuses.</summary>
internal static class KeyErrorText
{
    public const string SchemaMismatch = "The provided key element does not match the schema";
    public const string PartitionTooLong = Invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes";
    public const string SortTooLong = Invalid + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
    public const string UpdatedIndexKeyType = "The update expression attempted to update the secondary index key to unsupported type";
    public const string UpdatedIndexKeySize =
        "The update expression attempted to update the secondary index key beyond allowed size limits";

    private const string NestedPath = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string NotValid = "One or more parameter values are not valid. ";

    public static string NestedKey(string name) => $"{NestedPath}Key: {name}";

    public static string NestedIndexKey(string name) => $"{NestedPath}IndexKey: {name}";

    public static string Missing(string name) => $"{Invalid}Missing the key {name} in the item";

    public static string Type(KeyAttribute key, AttributeType actual) =>
        $"{Invalid}Type mismatch for key {key.Name} expected: {key.Type.ToName()} actual: {actual.ToName()}";

    public static string Empty(KeyAttribute key) => $"{NotValid}{EmptyValue(key.Type)} Key: {key.Name}";

    public static string IndexType(KeyAttribute key, AttributeType actual, string indexName) =>
        $"{Invalid}Type mismatch for Index Key {key.Name} Expected: {key.Type.ToName()} Actual: {actual.ToName()} IndexName: {indexName}";

    public static string IndexEmpty(KeyAttribute key, string indexName) =>
        $"{NotValid}A value specified for a secondary index key is not supported. {EmptyValue(key.Type)} "
        + $"IndexName: {indexName}, IndexKey: {key.Name}";

    public static string UpdatedIndexKeyEmpty(KeyAttribute key) =>
        $"{NotValid}The update expression attempted to update a secondary index key to a value that is not supported. "
        + EmptyValue(key.Type);

    public static string Updated(string name) => $"{Invalid}Cannot update attribute {name}. This attribute is part of the key";

    private static string EmptyValue(AttributeType type) =>
        $"The AttributeValue for a key attribute cannot contain an empty {(type == AttributeType.B ? "binary" : "string")} value.";
}
