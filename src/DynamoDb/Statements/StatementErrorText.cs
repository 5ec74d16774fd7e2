using System.Globalization;

namespace RustStack.DynamoDb.Statements;

/// <summary>AWS's texts for statements that do not fit their table or the operation that they come with.</summary>
internal static class StatementErrorText
{
    public const string NotOneItem = "Where clause does not contain a mandatory equality on all key attributes";
    public const string NotOneItemInBatch =
        "Select statements within BatchExecuteStatement must specify the primary key in the where clause.";

    public const string NotOneItemInTransaction =
        "Select statements within ExecuteTransaction must specify the primary key in the where clause.";

    public const string OrderWithoutWhere = "Must have WHERE clause in the statement when using ORDER BY clause.";
    public const string OrderWithoutPartition =
        "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.";

    public const string OrderOfPartitions = "ORDER BY must begin with the partition key when the WHERE clause has several of them.";
    public const string OrderBothWays = "ORDER BY must have one direction for all attributes of the sort key.";
    public const string ForeignToken = "NextToken does not match request";
    public const string ReadParametersOnWrite = "Limit and NextToken can only be specified for SELECT statements.";
    public const string ExistsOutsideTransaction = "EXISTS can only be used in ExecuteTransaction.";
    public const string ExistsNotOneItem =
        "EXISTS must contain a SELECT of one item by its primary key, with at least one further condition.";

    public const string ReturningInTransaction = "RETURNING is not supported within transactions.";
    public const string MixedBatch = "A batch must consist of either read statements or write statements.";
    public const string MixedTransaction = "A transaction must consist of either read statements or write statements.";

    public static string TooManyPartitions(int count) => string.Create(
        CultureInfo.InvariantCulture, $"The IN operator is provided with too many operands; number of operands: {count}");

    public static string OrderNotOfKey(string name) => $"Variable reference {name} in ORDER BY clause must be part of the primary key";
}
