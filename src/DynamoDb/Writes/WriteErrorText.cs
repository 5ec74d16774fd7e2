namespace RustStack.DynamoDb.Writes;

/// <summary>AWS's texts for writes that it refuses.</summary>
internal static class WriteErrorText
{
    public const string ItemTooLarge = "Item size has exceeded the maximum allowed size";
    public const string UpdatedItemTooLarge = "Item size to update has exceeded the maximum allowed size";
    public const string InvalidReturnValues = "ReturnValues can only be ALL_OLD or NONE";
}
