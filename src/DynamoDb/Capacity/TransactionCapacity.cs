using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Capacity;

/// <summary>
/// What a transaction consumes, table by table in the order of its actions. Everything counts twice, and the answer says beside the units
/// whether they are of reading or of writing.
/// </summary>
internal sealed class TransactionCapacity
{
    private const int Times = 2;

    private readonly OrderedDictionary<Table, CapacityReport> _reports = [];

    /// <summary>Adds a read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="requestedName">Its name or ARN as the request has it.</param>
    /// <param name="item">What was read; null when there was nothing.</param>
    public void AddRead(Table table, string requestedName, Item? item) =>
        Of(table, requestedName).AddTableRead(Times * ReadUnits.Of(item?.SizeBytes ?? 0, isConsistent: true));

    /// <summary>Adds a write or a check.</summary>
    /// <param name="table">The table.</param>
    /// <param name="requestedName">Its name or ARN as the request has it.</param>
    /// <param name="units">What it costs by itself.</param>
    public void AddWrite(Table table, string requestedName, WriteUnits units)
    {
        CapacityReport report = Of(table, requestedName);
        for (int i = 0; i < Times; i++) report.AddWrite(units);
    }

    /// <summary>Makes the answer's member for reads.</summary>
    /// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The figures asked for; null when none are.</returns>
    public IReadOnlyList<ConsumedCapacity>? ToReadOutput(string? mode) => ToOutput(mode, static capacity => capacity with
    {
        ReadCapacityUnits = capacity.CapacityUnits,
        Table = Read(capacity.Table),
    });

    /// <summary>Makes the answer's member for writes.</summary>
    /// <param name="mode">The request's <c>ReturnConsumedCapacity</c>.</param>
    /// <returns>The figures asked for; null when none are.</returns>
    public IReadOnlyList<ConsumedCapacity>? ToWriteOutput(string? mode) => ToOutput(mode, static capacity => capacity with
    {
        WriteCapacityUnits = capacity.CapacityUnits,
        Table = Write(capacity.Table),
        LocalSecondaryIndexes = Write(capacity.LocalSecondaryIndexes),
        GlobalSecondaryIndexes = Write(capacity.GlobalSecondaryIndexes),
    });

    private static Generated.Capacity? Read(Generated.Capacity? capacity) =>
        capacity is null ? null : capacity with { ReadCapacityUnits = capacity.CapacityUnits };

    private static Generated.Capacity? Write(Generated.Capacity? capacity) =>
        capacity is null ? null : capacity with { WriteCapacityUnits = capacity.CapacityUnits };

    private static Dictionary<string, Generated.Capacity>? Write(IReadOnlyDictionary<string, Generated.Capacity>? indexes) =>
        indexes?.ToDictionary(static index => index.Key, static index => Write(index.Value)!, StringComparer.Ordinal);

    private List<ConsumedCapacity>? ToOutput(string? mode, Func<ConsumedCapacity, ConsumedCapacity> complete)
    {
        List<ConsumedCapacity>? capacities = null;
        foreach (CapacityReport report in _reports.Values)
        {
            if (report.ToOutput(mode) is { } capacity) (capacities ??= []).Add(complete(capacity));
        }

        return capacities;
    }

    private CapacityReport Of(Table table, string requestedName)
    {
        if (!_reports.TryGetValue(table, out CapacityReport? report)) _reports.Add(table, report = new(table.Definition, requestedName));
        return report;
    }
}
