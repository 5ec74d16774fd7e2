using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;

namespace RustStack.DynamoDb.Requests;

/// <summary>Refuses items and keys whose values were found wrong while they were read.</summary>
internal static class ItemRules
{
    /// <summary>Checks an item or key.</summary>
    /// <param name="item">The item or key; null passes.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static void Check(Item? item)
    {
        if (item?.Defect is { } defect) throw DynamoDbErrors.Validation(defect);
    }
}
