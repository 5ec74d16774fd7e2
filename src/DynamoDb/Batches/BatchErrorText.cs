namespace RustStack.DynamoDb.Batches;

/// <summary>AWS's texts for batches that it refuses.</summary>
internal static class BatchErrorText
{
    public const string TooManyReads = "Too many items requested for the BatchGetItem call";
    public const string TooManyWrites = "Too many items requested for the BatchWriteItem call";
    public const string Duplicates = "Provided list of item keys contains duplicates";
}
