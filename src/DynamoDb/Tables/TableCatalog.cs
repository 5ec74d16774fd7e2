using System.Collections.Concurrent;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Tables;

/// <summary>Every table of every account and region.</summary>
internal sealed class TableCatalog
{
    private readonly ConcurrentDictionary<TableName, Table> _tables = new();
    private readonly ItemClaims _claims = new();
    private long _sequence;

    /// <summary>Finds a table.</summary>
    /// <param name="name">Where it is and what it is called.</param>
    /// <returns>The table, or null.</returns>
    public Table? Find(TableName name) => _tables.GetValueOrDefault(name);

    /// <summary>Finds the table that an operation on items works on.</summary>
    /// <param name="text">The table's name or ARN as the request has it.</param>
    /// <param name="context">Who asks, and where.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">ResourceNotFoundException, or ValidationException for what cannot be a name.</exception>
    public Table Get(string text, RequestContext context) =>
        Find(TableNameRules.Read(text, context)) ?? throw DynamoDbErrors.ResourceNotFound();

    /// <summary>Adds an empty table.</summary>
    /// <param name="definition">What it is.</param>
    /// <returns>The table.</returns>
    /// <exception cref="Core.Errors.AwsException">ResourceInUseException: there is one of this name.</exception>
    public Table Create(TableDefinition definition)
    {
        var table = new Table(definition, Interlocked.Increment(ref _sequence)) { Claims = _claims };
        return _tables.TryAdd(definition.Name, table) ? table : throw DynamoDbErrors.TableExists(definition.Name.Name);
    }

    /// <summary>Takes a table away; requests that found it before find it deleted.</summary>
    /// <param name="table">The table.</param>
    public void Delete(Table table)
    {
        lock (table.Gate)
        {
            table.MarkDeleted();
            _tables.TryRemove(KeyValuePair.Create(table.Definition.Name, table));
        }
    }

    /// <summary>The names of an account's tables in a region.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="region">The region.</param>
    /// <returns>The names in the order of their bytes.</returns>
    public List<string> Names(string accountId, string region)
    {
        List<string> names = [];
        foreach ((TableName name, _) in _tables)
        {
            if (name.AccountId == accountId && name.Region == region) names.Add(name.Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
