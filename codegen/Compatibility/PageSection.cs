namespace RustStack.Codegen.Compatibility;

/// <summary>A service's part of the page of parameters.</summary>
/// <param name="Title">The service's name.</param>
/// <param name="Service">Its name in <c>parameters.tsv</c>.</param>
/// <param name="ModelFile">The file of its model.</param>
/// <param name="OperationsFolder">The folder of the operations that are there, one file each.</param>
internal sealed record PageSection(string Title, string Service, string ModelFile, string OperationsFolder)
{
    /// <summary>Every service's part.</summary>
    public static IReadOnlyList<PageSection> All { get; } =
    [
        new("Amazon S3", "s3", "s3.json", "src/S3/Operations"),
        new("Amazon DynamoDB", "dynamodb", "dynamodb.json", "src/DynamoDb/Operations"),
        new("Amazon DynamoDB Streams", "dynamodbstreams", "dynamodbstreams.json", "src/DynamoDb/Operations/Streams"),
    ];
}
