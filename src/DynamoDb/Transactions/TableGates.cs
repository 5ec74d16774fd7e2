using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Transactions;

/// <summary>The gates of several tables, entered in one order by everybody.</summary>
internal sealed class TableGates
{
    private readonly Table[] _tables;

    /// <summary>Makes the gates of some tables.</summary>
    /// <param name="tables">The tables in any order, repeated or not.</param>
    public TableGates(IEnumerable<Table> tables)
    {
        _tables = [.. tables.Distinct()];
        Array.Sort(_tables, static (one, other) => one.Sequence.CompareTo(other.Sequence));
    }

    /// <summary>Enters all gates.</summary>
    /// <exception cref="Core.Errors.AwsException">ResourceNotFoundException: a table was deleted meanwhile; no gate is held.</exception>
    public void Enter()
    {
        EnterAny();
        if (!Array.Exists(_tables, static table => table.IsDeleted)) return;
        Exit();
        throw DynamoDbErrors.ResourceNotFound();
    }

    /// <summary>Enters all gates, those of deleted tables too.</summary>
    public void EnterAny()
    {
        foreach (Table table in _tables) table.Gate.Enter();
    }

    /// <summary>Leaves all gates.</summary>
    public void Exit()
    {
        for (int i = _tables.Length - 1; i >= 0; i--) _tables[i].Gate.Exit();
    }
}
