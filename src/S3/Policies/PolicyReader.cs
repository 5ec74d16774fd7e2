using System.Text;
using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Policies;

/// <summary>Reads the policy of a bucket and refuses what S3 refuses (IAM user guide, "Grammar of the IAM JSON policy language").</summary>
internal static class PolicyReader
{
    private const int MaxBytes = 20 * 1024;
    private const int MaxDepth = 32;

    private static readonly string[] Versions = ["2008-10-17", "2012-10-17"];

    /// <summary>Reads a policy.</summary>
    /// <param name="text">The policy.</param>
    /// <param name="bucket">The bucket that it is for.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="Core.Errors.AwsException">MalformedPolicy.</exception>
    public static BucketPolicy Read(string text, string bucket)
    {
        if (!text.StartsWith('{')) throw PolicyErrors.NotAnObject();
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes) throw PolicyErrors.TooLong();
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new(text, ReadDocument(document.RootElement, bucket));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is what reading a string with an escaped half of a surrogate pair gives.
            throw PolicyErrors.NotJson();
        }
    }

    private static PolicyStatement[] ReadDocument(JsonElement policy, string bucket)
    {
        JsonElement? statement = null;
        foreach (JsonProperty property in policy.EnumerateObject())
        {
            switch (property.Name)
            {
                case "Version":
                    if (!Versions.Contains(PolicyValues.Text(property.Value))) throw PolicyErrors.InvalidVersion();
                    break;
                case "Id":
                    PolicyValues.Text(property.Value);
                    break;
                case "Statement":
                    statement = property.Value;
                    break;
                default:
                    throw PolicyErrors.UnknownField(property.Name);
            }
        }

        return ReadStatements(statement ?? throw PolicyErrors.MissingField("Statement"), bucket);
    }

    private static PolicyStatement[] ReadStatements(JsonElement statement, string bucket)
    {
        JsonElement[] elements = statement.ValueKind == JsonValueKind.Array ? [.. statement.EnumerateArray()] : [statement];
        if (elements.Length == 0) throw PolicyErrors.EmptyStatement();
        PolicyStatement[] statements = new PolicyStatement[elements.Length];
        HashSet<string> sids = new(StringComparer.Ordinal);
        for (int i = 0; i < elements.Length; i++)
        {
            StatementReader reader = new(elements[i], bucket);
            if (reader.Sid is { Length: > 0 } sid && !sids.Add(sid)) throw PolicyErrors.DuplicateSid();
            statements[i] = reader.Read();
        }

        return statements;
    }
}
