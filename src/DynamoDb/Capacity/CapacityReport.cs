using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Capacity;

/// <summary>Adds up what one request consumes of one table and its indexes, and reports as much of it as the request asks for.</summary>
/// <param name="table">The table.</param>
/// <param name="requestedName">The table's name, or its ARN when the request names it so: the answer shows the same.</param>
internal sealed class CapacityReport(TableDefinition table, string requestedName)
{
    private readonly double[] _indexes = new double[table.Indexes.Count];
    private double _table;

    /// <summary>Adds what was read of the table.</summary>
    /// <param name="units">Read units.</param>
    public void AddTableRead(double units) => _table += units;

    /// <summary>Adds what was read of an index, or written to it.</summary>
    /// <param name="index">The index.</param>
    /// <param name="units">Units.</param>
    public void AddIndexRead(IndexDefinition index, double units)
    {
        for (int i = 0; i < _indexes.Length; i++)
        {
            if (ReferenceEquals(table.Indexes[i], index)) _indexes[i] += units;
        }
    }

    /// <summary>Adds what a write cost.</summary>
    /// <param name="units">Write units.</param>
    public void AddWrite(WriteUnits units)
    {
        _table += units.Table;
        foreach (IndexUnits share in units.Indexes) AddIndexRead(share.Index, share.Units);
    }

    /// <summary>Makes the answer's member.</summary>
    /// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The figures asked for; null when none are.</returns>
    public ConsumedCapacity? ToOutput(string? mode) => mode switch
    {
        ReturnConsumedCapacity.Total => new() { TableName = requestedName, CapacityUnits = Total() },
        ReturnConsumedCapacity.Indexes => new()
        {
            TableName = requestedName,
            CapacityUnits = Total(),
            Table = new() { CapacityUnits = _table },
            LocalSecondaryIndexes = OfIndexes(areGlobal: false),
            GlobalSecondaryIndexes = OfIndexes(areGlobal: true),
        },
        _ => null,
    };

    private double Total()
    {
        double total = _table;
        foreach (double units in _indexes) total += units;
        return total;
    }

    private Dictionary<string, Generated.Capacity>? OfIndexes(bool areGlobal)
    {
        Dictionary<string, Generated.Capacity>? capacities = null;
        for (int i = 0; i < _indexes.Length; i++)
        {
            if (table.Indexes[i].IsGlobal != areGlobal || _indexes[i] == 0) continue;
            (capacities ??= []).Add(table.Indexes[i].Name, new() { CapacityUnits = _indexes[i] });
        }

        return capacities;
    }
}
