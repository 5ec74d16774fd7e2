using Amazon.DynamoDBv2.DataModel;

namespace RustStack.Integration.DynamoDb;

/// <summary>A class that the object persistence model maps.</summary>
[DynamoDBTable("overridden")]
internal sealed class Book
{
    [DynamoDBHashKey]
    public string Author { get; set; } = "";

    [DynamoDBRangeKey]
    public int Year { get; set; }

    [DynamoDBProperty]
    public string? Title { get; set; }

    public decimal Price { get; set; }

    public HashSet<string> Tags { get; set; } = [];

    public List<int> Pages { get; set; } = [];

    public Dictionary<string, string> Extra { get; set; } = [];

    [DynamoDBVersion]
    public int? Version { get; set; }
}
