using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Keys;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Reads key schemas, with the types that the attribute definitions give.</summary>
/// <param name="definitions">The attribute definitions of the request.</param>
internal sealed class KeySchemaRules(IReadOnlyList<AttributeDefinition> definitions)
{
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The attributes that were read so far as parts of keys.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The names that are defined, in the request's order.</summary>
    public IEnumerable<string> DefinedNames => definitions.Select(static definition => definition.AttributeName!);

    /// <summary>Refuses definitions that name an attribute twice.</summary>
    public void CheckDefinitions()
    {
        if (DefinedNames.Distinct(StringComparer.Ordinal).Count() != definitions.Count)
            throw DynamoDbErrors.Validation(CreationErrorText.SameAttributeTwice);
    }

    /// <summary>Reads the key of a table.</summary>
    /// <param name="schema">The key schema.</param>
    /// <returns>The key.</returns>
    public KeyLayout ReadTable(IReadOnlyList<KeySchemaElement> schema)
    {
        if (!AreDefined(schema)) throw DynamoDbErrors.Validation(CreationErrorText.KeyWithoutDefinition);
        CheckShape(schema, mostOfEach: 1);
        return new(Attributes(schema, KeyType.Hash), Attributes(schema, KeyType.Range), []);
    }

    /// <summary>Reads the key of an index.</summary>
    /// <param name="schema">The key schema.</param>
    /// <param name="table">The table's key.</param>
    /// <param name="mostOfEach">How many attributes each half of the key may have.</param>
    /// <returns>The key.</returns>
    public KeyLayout ReadIndex(IReadOnlyList<KeySchemaElement> schema, KeyLayout table, int mostOfEach)
    {
        if (!AreDefined(schema))
        {
            throw DynamoDbErrors.Validation(
                CreationErrorText.UndefinedKeys(schema.Select(static element => element.AttributeName!), DefinedNames));
        }

        CheckShape(schema, mostOfEach);
        return table.ForIndex(Attributes(schema, KeyType.Hash), Attributes(schema, KeyType.Range));
    }

    private static void CheckShape(IReadOnlyList<KeySchemaElement> schema, int mostOfEach)
    {
        if (schema[0].KeyType != KeyType.Hash) throw DynamoDbErrors.Validation(CreationErrorText.FirstNotHash);
        int hashes = schema.Count(static element => element.KeyType == KeyType.Hash);
        bool hashesFirst = schema.Take(hashes).All(static element => element.KeyType == KeyType.Hash);
        if (hashes > mostOfEach || schema.Count - hashes > mostOfEach || !hashesFirst)
            throw DynamoDbErrors.Validation(CreationErrorText.SecondNotRange);
        if (schema.Select(static element => element.AttributeName).Distinct(StringComparer.Ordinal).Count() != schema.Count)
            throw DynamoDbErrors.Validation(CreationErrorText.HashAndRangeSame);
    }

    private bool AreDefined(IReadOnlyList<KeySchemaElement> schema) =>
        schema.All(element => definitions.Any(definition => definition.AttributeName == element.AttributeName));

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
