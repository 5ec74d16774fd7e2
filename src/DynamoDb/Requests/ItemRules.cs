using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Reads;
using RustStack.DynamoDb.Writes;

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

    /// <summary>Checks the key at which a query or scan starts.</summary>
    /// <param name="startKey">The request's <c>ExclusiveStartKey</c>; null passes.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static void CheckStartKey(Item? startKey)
    {
        if (startKey?.Defect is { } defect) throw DynamoDbErrors.Validation(ReadErrorText.InvalidStartKey(defect));
    }

    /// <summary>Checks an item that is put.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException: a value is wrong, or the item too large.</exception>
    public static void CheckPut(Item item)
    {
        Check(item);
        if (item.SizeBytes > Item.MaxSizeBytes) throw DynamoDbErrors.Validation(WriteErrorText.ItemTooLarge);
    }
}
