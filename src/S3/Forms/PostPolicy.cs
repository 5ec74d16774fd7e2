using System.Text.Json;
using RustStack.S3.Errors;
using RustStack.S3.Protocol;
using RustStack.S3.Uploads;

namespace RustStack.S3.Forms;

/// <summary>What the signer of a form allows its sender (API reference, "POST Policy").</summary>
/// <param name="expiration">Until when.</param>
/// <param name="conditions">What the form must keep to.</param>
internal sealed class PostPolicy(DateTimeOffset expiration, IReadOnlyList<PolicyCondition> conditions)
{
    private const string BucketField = "bucket";
    private const string IgnoredPrefix = "x-ignore-";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true };

    /// <summary>Fields that need no condition.</summary>
    private static readonly string[] Exempt = ["policy", "signature", "x-amz-signature", "awsaccesskeyid"];

    /// <summary>The lengths that every file may have.</summary>
    public static LengthRange AnyLength { get; } = new(0, UploadPlan.MaxLengthBytes);

    /// <summary>Reads a policy.</summary>
    /// <param name="encoded">The document in base 64.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="Core.Errors.AwsException">InvalidPolicyDocument.</exception>
    public static PostPolicy Parse(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        bool isBase64 = Convert.TryFromBase64String(encoded, bytes, out int length);
        if (!isBase64) throw FormErrors.InvalidPolicy("invalid Base64 encoding.");
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length), Lenient);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is what reading a string gives that is not UTF-8 or has an escaped half of a surrogate pair.
            throw FormErrors.InvalidPolicy("Invalid JSON.");
        }
    }

    /// <summary>Checks that a form keeps to the policy.</summary>
    /// <param name="fields">The form's fields.</param>
    /// <param name="bucket">The bucket that it is sent to.</param>
    /// <param name="now">The time of the request.</param>
    /// <returns>How long the file may be, which is not known yet.</returns>
    /// <exception cref="Core.Errors.AwsException">AccessDenied.</exception>
    public LengthRange Check(FormFields fields, string bucket, DateTimeOffset now)
    {
        if (now > expiration) throw FormErrors.PolicyExpired();
        LengthRange range = AnyLength;
        HashSet<string> covered = new(Exempt, StringComparer.OrdinalIgnoreCase);
        foreach (PolicyCondition condition in conditions)
        {
            if (condition.Range is { } allowed)
            {
                range = range.Within(allowed);
                continue;
            }

            string? value = condition.Field is not { } field ? null : field == BucketField ? bucket : fields.Find(field);
            if (!condition.IsMet(value)) throw FormErrors.ConditionFailed(condition.Text);
            covered.Add(condition.Field!);
        }

        string? extra = fields.Names.Append(BucketField).FirstOrDefault(name => !IsCovered(name, covered));
        return extra is null ? range : throw FormErrors.ExtraField(extra.ToLowerInvariant());
    }

    private static bool IsCovered(string name, HashSet<string> covered) =>
        covered.Contains(name) || name.StartsWith(IgnoredPrefix, StringComparison.OrdinalIgnoreCase);

    private static PostPolicy Read(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object) throw FormErrors.InvalidPolicy("Invalid JSON.");
        DateTimeOffset expiration = ReadExpiration(document);
        if (!document.TryGetProperty("conditions", out JsonElement conditions)) throw FormErrors.InvalidPolicy("Policy missing conditions.");
        if (conditions.ValueKind != JsonValueKind.Array) throw FormErrors.InvalidPolicy("Invalid 'conditions' value: must be a List.");
        return new(expiration, [.. conditions.EnumerateArray().Select(PolicyCondition.Read)]);
    }

    private static DateTimeOffset ReadExpiration(JsonElement document)
    {
        if (!document.TryGetProperty("expiration", out JsonElement value)) throw FormErrors.InvalidPolicy("Policy missing expiration.");
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        bool isComplete = text.Contains('T', StringComparison.Ordinal) && text.EndsWith('Z');
        return (isComplete ? WireValue.DateTimeOrNull(text) : null)
            ?? throw FormErrors.InvalidPolicy($"Invalid 'expiration' value: '{text}'");
    }
}
