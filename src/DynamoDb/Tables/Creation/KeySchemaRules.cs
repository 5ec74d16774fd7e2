using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Reads key schemas, with the types that the attribute definitions give.</summary>
/// <param name="definitions">The attribute definitions.</param>
internal sealed class KeySchemaRules(IReadOnlyList<AttributeDefinition> definitions)
{
    private const int MostOfEachInGlobalIndexes = 4;

    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The attributes that were read so far as parts of keys.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The names that are defined, in the request's order.</summary>
    public IEnumerable<string> DefinedNames => definitions.Select(static definition => definition.AttributeName!);

    /// <summary>Refuses definitions that name an attribute twice.</summary>
    public void CheckDefinitions()
    {
        if (FirstTwice(DefinedNames) is { } name) throw DynamoDbErrors.Validation(CreationErrorText.DuplicateAttribute(name));
    }

    /// <summary>Reads the key of a table.</summary>
    /// <param name="schema">The key schema: one or two elements.</param>
    /// <returns>The key.</returns>
    public KeyLayout ReadTable(IReadOnlyList<KeySchemaElement> schema)
    {
        if (schema.Count > definitions.Count) throw DynamoDbErrors.Validation(CreationErrorText.KeyWithoutDefinition);
        CheckDefined(schema);
        CheckPair(schema);
        return new(Attributes(schema, KeyType.Hash), Attributes(schema, KeyType.Range), []);
    }

    /// <summary>Reads the key of a local index.</summary>
    /// <param name="schema">The key schema: one or two elements.</param>
    /// <param name="table">The table's key.</param>
    /// <returns>The key.</returns>
    public KeyLayout ReadLocal(IReadOnlyList<KeySchemaElement> schema, KeyLayout table)
    {
        CheckDefined(schema);
        CheckPair(schema);
        return table.ForIndex(Attributes(schema, KeyType.Hash), Attributes(schema, KeyType.Range));
    }

    /// <summary>Reads the key of a global index: up to four attributes of each kind.</summary>
    /// <param name="schema">The key schema.</param>
    /// <param name="table">The table's key.</param>
    /// <returns>The key.</returns>
    public KeyLayout ReadGlobal(IReadOnlyList<KeySchemaElement> schema, KeyLayout table)
    {
        CheckDefined(schema);
        CheckGlobal(schema);
        return table.ForIndex(Attributes(schema, KeyType.Hash), Attributes(schema, KeyType.Range));
    }

    private static void CheckPair(IReadOnlyList<KeySchemaElement> schema)
    {
        if (FirstTwice(Names(schema)) is not null) throw DynamoDbErrors.Validation(CreationErrorText.HashAndRangeSame);
        if (schema[0].KeyType != KeyType.Hash) throw DynamoDbErrors.Validation(CreationErrorText.FirstNotHash);
        if (schema.Count > 1 && schema[1].KeyType != KeyType.Range) throw DynamoDbErrors.Validation(CreationErrorText.SecondNotRange);
    }

    private static void CheckGlobal(IReadOnlyList<KeySchemaElement> schema)
    {
        if (FirstTwice(Names(schema)) is not null) throw DynamoDbErrors.Validation(CreationErrorText.SameKeyTwice);
        if (schema[0].KeyType != KeyType.Hash) throw DynamoDbErrors.Validation(CreationErrorText.FirstNotHash);
        int hashes = schema.Count(static element => element.KeyType == KeyType.Hash);
        if (schema.Take(hashes).Any(static element => element.KeyType != KeyType.Hash))
            throw DynamoDbErrors.Validation(CreationErrorText.HashAfterRange);
        if (hashes > MostOfEachInGlobalIndexes) throw DynamoDbErrors.Validation(CreationErrorText.TooManyKeys(KeyType.Hash));
        if (schema.Count - hashes > MostOfEachInGlobalIndexes) throw DynamoDbErrors.Validation(CreationErrorText.TooManyKeys(KeyType.Range));
    }

    private static IEnumerable<string> Names(IReadOnlyList<KeySchemaElement> schema) => schema.Select(static element => element.AttributeName!);

    private static string? FirstTwice(IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !seen.Add(name));
    }

    private void CheckDefined(IReadOnlyList<KeySchemaElement> schema)
    {
        if (Names(schema).All(name => DefinedNames.Contains(name))) return;
        throw DynamoDbErrors.Validation(CreationErrorText.UndefinedKeys(Names(schema), DefinedNames));
    }

    private KeyAttribute[] Attributes(IReadOnlyList<KeySchemaElement> schema, string keyType) =>
        [.. schema.Where(element => element.KeyType == keyType).Select(element => Attribute(element.AttributeName!))];

    private KeyAttribute Attribute(string name)
    {
        _used.Add(name);
        AttributeDefinition definition = definitions.First(candidate => candidate.AttributeName == name);
        _ = AttributeTypeNames.TryParse(definition.AttributeType!, out AttributeType type);
        return new(name, type);
    }
}
