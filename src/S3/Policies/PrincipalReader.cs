using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Policies;

/// <summary>Reads the principals of a statement. Whether a user or role is there is not known here; the form is checked.</summary>
internal static class PrincipalReader
{
    private const int AccountIdLength = 12;
    private const int CanonicalIdLength = 64;
    private const int UniqueIdMinLength = 16;
    private const int ArnParts = 6;

    /// <summary>Reads the principals.</summary>
    /// <param name="value">The element.</param>
    /// <returns>The principals.</returns>
    /// <exception cref="Core.Errors.AwsException">MalformedPolicy.</exception>
    public static IReadOnlyList<PolicyPrincipal> Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return [ReadEveryone(value.GetString()!)];
        if (value.ValueKind != JsonValueKind.Object) throw PolicyErrors.InvalidPrincipal(value.GetRawText());
        List<PolicyPrincipal> principals = [];
        foreach (JsonProperty property in value.EnumerateObject())
        {
            foreach (string name in PolicyValues.Texts(property.Value))
            {
                if (!IsValid(property.Name, name)) throw PolicyErrors.InvalidPrincipal($"\"{property.Name}\" : \"{name}\"");
                principals.Add(new(property.Name, name));
            }
        }

        return principals.Count > 0 ? principals : throw PolicyErrors.InvalidPrincipal(value.GetRawText());
    }

    private static PolicyPrincipal ReadEveryone(string text) => text == PolicyPrincipal.Everyone
        ? new(PolicyPrincipal.Aws, text)
        : throw PolicyErrors.InvalidPrincipal($"\"{text}\"");

    private static bool IsValid(string kind, string value) => kind switch
    {
        PolicyPrincipal.Aws => value == PolicyPrincipal.Everyone || IsAccount(value) || IsUniqueId(value) || IsArn(value),
        PolicyPrincipal.CanonicalUser => value.Length == CanonicalIdLength && value.All(char.IsAsciiHexDigit),
        "Service" => value.Contains('.', StringComparison.Ordinal) && !PolicyPattern.HasWildcard(value),
        "Federated" => value.Length > 0,
        _ => false,
    };

    private static bool IsAccount(string value) => value.Length == AccountIdLength && value.All(char.IsAsciiDigit);

    /// <summary>What IAM makes of a user or role that was deleted.</summary>
    private static bool IsUniqueId(string value) =>
        value.Length >= UniqueIdMinLength
        && (value.StartsWith("AIDA", StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal))
        && value.All(char.IsAsciiLetterOrDigit);

    private static bool IsArn(string value)
    {
        string[] parts = value.Split(':', ArnParts);
        bool isPrincipal = parts is ["arn", "aws" or "aws-cn" or "aws-us-gov", "iam" or "sts", "", _, { Length: > 0 } _]
            && (IsAccount(parts[4]) || parts[4] is "cloudfront" or "aws");
        return isPrincipal && !PolicyPattern.HasWildcard(value) && IsName(parts[5]);
    }

    private static bool IsName(string name) =>
        name == "root"
        || name.StartsWith("user/", StringComparison.Ordinal)
        || name.StartsWith("role/", StringComparison.Ordinal)
        || name.StartsWith("assumed-role/", StringComparison.Ordinal)
        || name.StartsWith("federated-user/", StringComparison.Ordinal);
}
