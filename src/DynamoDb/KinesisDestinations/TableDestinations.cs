using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.KinesisDestinations;

/// <summary>The destinations of one table: at most one of them is in use, and those that were disabled or failed are remembered.</summary>
/// <param name="table">The table; whoever changes something holds its gate.</param>
/// <param name="now">The time.</param>
/// <param name="delay">How long each step takes.</param>
internal sealed class TableDestinations(Table table, DateTimeOffset now, TimeSpan delay)
{
    /// <summary>How many destinations of a table are remembered: the oldest that are not in use go first.</summary>
    public const int MostDestinations = 50;

    /// <summary>Finds the table that a request names.</summary>
    /// <param name="tables">Where.</param>
    /// <param name="text">Its name or ARN.</param>
    /// <param name="context">Who asks, where and when.</param>
    /// <returns>The table.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException, for a table that is being created too.</exception>
    public static Table Find(TableCatalog tables, string text, RequestContext context)
    {
        Table table = tables.GetAny(text, context);
        return table.Lifecycle.Status == TableStatus.Creating ? throw DynamoDbErrors.TableNotFound(table.Definition.Name.Name) : table;
    }

    /// <summary>The destination of a stream.</summary>
    /// <param name="streamArn">The stream.</param>
    /// <returns>The destination, or null.</returns>
    public KinesisDestination? Of(string streamArn) =>
        table.Definition.KinesisDestinations.FirstOrDefault(destination => destination.StreamArn == streamArn);

    /// <summary>The status of a stream's destination.</summary>
    /// <param name="streamArn">The stream.</param>
    /// <returns>The status; null when there is no such destination.</returns>
    public string? StatusOf(string streamArn) => Of(streamArn)?.Status(now, delay);

    /// <summary>Refuses to enable a destination beside one that is in use.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public void CheckNoneInUse()
    {
        if (table.Definition.KinesisDestinations.Any(IsInUse)) throw DynamoDbErrors.Validation(DestinationErrorText.NotDisabled);
    }

    /// <summary>Changes or adds a destination; a new one comes first.</summary>
    /// <param name="changed">The destination as it is to be.</param>
    /// <returns>What the answer waits for.</returns>
    public JournalReceipt Set(KinesisDestination changed)
    {
        List<KinesisDestination> destinations = [.. table.Definition.KinesisDestinations];
        int index = destinations.FindIndex(destination => destination.StreamArn == changed.StreamArn);
        if (index < 0) destinations.Insert(0, changed);
        else destinations[index] = changed;
        if (destinations.Count > MostDestinations) destinations.RemoveAt(destinations.FindLastIndex(destination => !IsInUse(destination)));
        return table.Redefine(table.Definition with { KinesisDestinations = destinations });
    }

    private bool IsInUse(KinesisDestination destination) =>
        destination.Status(now, delay) is not (DestinationStatus.Disabled or DestinationStatus.EnableFailed);
}
