using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Hashing;
using System.Text;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Transactions;

/// <summary>
/// What the actions of a transaction are, in 128 bits. The order in which a client writes attributes, placeholders and elements of sets
/// does not count: some SDKs write them in another order each time.
/// </summary>
internal sealed class TransactionFingerprint
{
    private readonly XxHash128 _hash = new();

    private TransactionFingerprint()
    {
    }

    /// <summary>Computes the fingerprint.</summary>
    /// <param name="actions">The actions, validated.</param>
    /// <returns>The fingerprint.</returns>
    public static UInt128 Of(IReadOnlyList<TransactWriteItem> actions)
    {
        var fingerprint = new TransactionFingerprint();
        foreach (TransactWriteItem action in actions) fingerprint.Add(action);
        return fingerprint._hash.GetCurrentHashAsUInt128();
    }

    /// <summary>Computes the fingerprint of statements.</summary>
    /// <param name="statements">The statements, validated.</param>
    /// <returns>The fingerprint.</returns>
    public static UInt128 Of(IReadOnlyList<ParameterizedStatement> statements)
    {
        var fingerprint = new TransactionFingerprint();
        foreach (ParameterizedStatement statement in statements)
        {
            fingerprint.Add("statement");
            fingerprint.Add(statement.ReturnValuesOnConditionCheckFailure);
            fingerprint.Add(statement.Statement);
            fingerprint.Add(statement.Parameters ?? []);
        }

        return fingerprint._hash.GetCurrentHashAsUInt128();
    }

    private static UInt128 HashOf(AttributeValue value)
    {
        var fingerprint = new TransactionFingerprint();
        fingerprint.Add(value);
        return fingerprint._hash.GetCurrentHashAsUInt128();
    }

    private void Add(TransactWriteItem action)
    {
        switch (action)
        {
            case { ConditionCheck: { } check }:
                Add("check", check.TableName, check.Key, update: null, check.ConditionExpression, check.ReturnValuesOnConditionCheckFailure);
                Add(check.ExpressionAttributeNames, check.ExpressionAttributeValues);
                break;
            case { Put: { } put }:
                Add("put", put.TableName, put.Item, update: null, put.ConditionExpression, put.ReturnValuesOnConditionCheckFailure);
                Add(put.ExpressionAttributeNames, put.ExpressionAttributeValues);
                break;
            case { Delete: { } delete }:
                Add("delete", delete.TableName, delete.Key, null, delete.ConditionExpression, delete.ReturnValuesOnConditionCheckFailure);
                Add(delete.ExpressionAttributeNames, delete.ExpressionAttributeValues);
                break;
            case { Update: { } update }:
                Add(
                    "update",
                    update.TableName,
                    update.Key,
                    update.UpdateExpression,
                    update.ConditionExpression,
                    update.ReturnValuesOnConditionCheckFailure);
                Add(update.ExpressionAttributeNames, update.ExpressionAttributeValues);
                break;
            default:
                throw new ArgumentException("An action without content is refused before.", nameof(action));
        }
    }

    private void Add(string kind, string table, Item item, string? update, string? condition, string? returnValues)
    {
        Add(kind);
        Add(table);
        Add(update);
        Add(condition);
        Add(returnValues);
        var values = new List<KeyValuePair<string, AttributeValue>>(item.Count);
        ItemAttributes attributes = item.Attributes;
        while (attributes.MoveNext()) values.Add(new(WireName.ToText(attributes.Name), AttributeDecoder.Decode(attributes.Value)));
        Add(values);
    }

    private void Add(IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
    {
        Add((names ?? FrozenDictionary<string, string>.Empty).Select(static entry =>
            KeyValuePair.Create<string, AttributeValue>(entry.Key, new StringValue(entry.Value))));
        Add(values ?? FrozenDictionary<string, AttributeValue>.Empty);
    }

    private void Add(IEnumerable<KeyValuePair<string, AttributeValue>> entries)
    {
        KeyValuePair<string, AttributeValue>[] ordered = [.. entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal)];
        Add(ordered.Length);
        foreach ((string name, AttributeValue value) in ordered)
        {
            Add(name);
            Add(value);
        }
    }

    private void Add(AttributeValue value)
    {
        Add((int)value.Type);
        switch (value)
        {
            case StringValue text: Add(text.Value); break;
            case NumberValue number: Add(number.Value.ToString()); break;
            case BinaryValue binary: Add(binary.Value); break;
            case BooleanValue boolean: Add(boolean.Value ? 1 : 0); break;
            case MapValue map: Add(map.Values); break;
            case ListValue list: Add(list.Values); break;
            case StringSetValue set: AddSet(set.Values.Select(static text => new StringValue(text))); break;
            case NumberSetValue set: AddSet(set.Values.Select(static number => new NumberValue(number))); break;
            case BinarySetValue set: AddSet(set.Values.Select(static bytes => new BinaryValue(bytes))); break;
            default: break;
        }
    }

    private void Add(IReadOnlyList<AttributeValue> values)
    {
        Add(values.Count);
        foreach (AttributeValue value in values) Add(value);
    }

    private void AddSet(IEnumerable<AttributeValue> elements)
    {
        UInt128[] hashes = [.. elements.Select(HashOf).Order()];
        byte[] bytes = new byte[16 * hashes.Length];
        for (int i = 0; i < hashes.Length; i++) BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16 * i), hashes[i]);
        Add(bytes);
    }

    private void Add(string? text)
    {
        if (text is null) Add(-1);
        else Add(Encoding.UTF8.GetBytes(text));
    }

    private void Add(byte[] bytes)
    {
        Add(bytes.Length);
        _hash.Append(bytes);
    }

    private void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        _hash.Append(bytes);
    }
}
