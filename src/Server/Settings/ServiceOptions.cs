using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>Which services to run.</summary>
/// <param name="S3">Run S3.</param>
/// <param name="DynamoDb">Run DynamoDB, with DynamoDB Streams.</param>
/// <param name="UnknownNames">Names that <c>SERVICES</c> holds and that mean nothing here, in order.</param>
internal sealed record ServiceOptions(bool S3, bool DynamoDb, IReadOnlyList<string> UnknownNames)
{
    /// <summary>Every name that <c>SERVICES</c> may hold.</summary>
    public const string KnownNames = "s3, dynamodb and dynamodbstreams";

#if WITH_S3
    private const bool HasS3 = true;
#else
    private const bool HasS3 = false;
#endif
#if WITH_DYNAMODB
    private const bool HasDynamoDb = true;
#else
    private const bool HasDynamoDb = false;
#endif

    private static readonly Setting ServicesSetting = new(
        "SERVICES",
        "",
        $"a comma-separated list with at least one of {KnownNames}",
        "services to run: s3,dynamodb[,dynamodbstreams]; empty for all");

    /// <summary>Reads the setting.</summary>
    /// <param name="reader">Where it comes from; it collects the errors.</param>
    /// <returns>The options; every service of this build when none is named.</returns>
    public static ServiceOptions Read(SettingsReader reader)
    {
        ServiceOptions options = reader.Read(ServicesSetting, Parse);
        if (options.S3 && !HasS3) reader.AddError("SERVICES names s3, but this build contains DynamoDB only.");
        if (options.DynamoDb && !HasDynamoDb) reader.AddError("SERVICES names dynamodb, but this build contains S3 only.");
        return options;
    }

    private static ServiceOptions? Parse(string text)
    {
        if (text.Length == 0) return new(HasS3, HasDynamoDb, []);
        bool s3 = false;
        bool dynamoDb = false;
        List<string> unknown = [];
        foreach (string name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (name.ToLowerInvariant())
            {
                case "s3": s3 = true; break;
                case "dynamodb" or "dynamodbstreams": dynamoDb = true; break;
                default: unknown.Add(name); break;
            }
        }

        return s3 || dynamoDb ? new(s3, dynamoDb, unknown) : null;
    }
}
