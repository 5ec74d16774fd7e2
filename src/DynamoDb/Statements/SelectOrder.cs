using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Keys;
using RustStack.Expressions.PartiQl;

namespace RustStack.DynamoDb.Statements;

/// <summary>The order of a SELECT's items.</summary>
/// <param name="Partitions">Whether partitions come in the order of their keys, true for descending; null for the order of the text.</param>
/// <param name="Forward">Whether the items of a partition ascend.</param>
internal readonly record struct SelectOrder(bool? Partitions, bool Forward)
{
    /// <summary>Reads ORDER BY.</summary>
    /// <param name="select">The statement.</param>
    /// <param name="key">The key of the table or index.</param>
    /// <param name="match">The partitions that the statement names; null for none.</param>
    /// <returns>The order.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static SelectOrder Of(SelectStatement select, KeyLayout key, PartitionMatch? match)
    {
        if (select.Order.Count == 0) return new(null, Forward: true);
        if (Check(select, key, match) is { } error) throw DynamoDbErrors.Validation(error);
        OrderKey? sort = select.Order.FirstOrDefault(each => key.SortNames.Contains(each.AttributeName));
        OrderKey first = select.Order[0];
        return new(key.PartitionNames.Contains(first.AttributeName) ? first.IsDescending : null, sort is not { IsDescending: true });
    }

    private static string? Check(SelectStatement select, KeyLayout key, PartitionMatch? match)
    {
        if (select.Where is null) return StatementErrorText.OrderWithoutWhere;
        if (match is null) return StatementErrorText.OrderWithoutPartition;
        foreach (OrderKey each in select.Order)
        {
            if (!key.Declares(each.AttributeName)) return StatementErrorText.OrderNotOfKey(each.AttributeName);
        }

        if (match.Partitions.Count > 1 && !key.PartitionNames.Contains(select.Order[0].AttributeName))
            return StatementErrorText.OrderOfPartitions;
        IEnumerable<bool> directions =
            select.Order.Where(each => key.SortNames.Contains(each.AttributeName)).Select(static each => each.IsDescending);
        return directions.Distinct().Count() > 1 ? StatementErrorText.OrderBothWays : null;
    }
}
