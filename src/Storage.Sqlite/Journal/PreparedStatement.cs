using Microsoft.Data.Sqlite;

namespace RustStack.Storage.Sqlite.Journal;

/// <summary>
/// A statement that is prepared once and run for each record: what is written with every change is worth more than a mapper's comfort.
/// Parameters are <c>?1</c>, <c>?2</c> and so on.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares a statement.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="types">The types of its parameters.</param>
    public PreparedStatement(SqliteConnection connection, string sql, params ReadOnlySpan<SqliteType> types)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (int i = 0; i < types.Length; i++) _command.Parameters.Add($"?{i + 1}", types[i]);
        _command.Prepare();
    }

    /// <summary>Runs the statement.</summary>
    /// <param name="values">The values of its parameters, none of them null.</param>
    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i];
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs the statement for the one value that it gives.</summary>
    /// <param name="values">The values of its parameters, none of them null.</param>
    /// <returns>The value; null when there is none.</returns>
    public object? Scalar(params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i];
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
