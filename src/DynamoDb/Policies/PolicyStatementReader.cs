using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Policies;

/// <summary>Reads the statements of one policy, and refuses what AWS refuses when a policy is attached.</summary>
/// <param name="text">The policy, for positions in it.</param>
/// <param name="resource">What the policy is attached to.</param>
internal sealed class PolicyStatementReader(string text, PolicyResource resource)
{
    private const int AccountIdLength = 12;

    private static readonly string[] Members =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    private static readonly string[] PrincipalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];

    /// <summary>Reads a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public PolicyStatement Read(JsonElement statement)
    {
        if (statement.ValueKind != JsonValueKind.Object) throw Syntax(statement);
        foreach (JsonProperty member in statement.EnumerateObject())
        {
            if (!Members.Contains(member.Name)) throw DynamoDbErrors.Validation(PolicyErrorText.UnknownField(member.Name));
        }

        bool isAllow = ReadEffect(statement);
        (string principalElement, JsonElement principal) = Either(statement, "Principal", "NotPrincipal");
        (string actionElement, JsonElement action) = Either(statement, "Action", "NotAction");
        (string resourceElement, JsonElement resources) = Either(statement, "Resource", "NotResource");
        return new(
            ReadSid(statement),
            isAllow,
            principalElement,
            ReadPrincipals(principal),
            actionElement,
            Values(action),
            resourceElement,
            ReadResources(resources),
            ReadCondition(statement));
    }

    private static (string Name, JsonElement Value) Either(JsonElement statement, string name, string negated)
    {
        if (statement.TryGetProperty(name, out JsonElement value)) return (name, value);
        return statement.TryGetProperty(negated, out value)
            ? (negated, value)
            : throw DynamoDbErrors.Validation(PolicyErrorText.MissingField(name));
    }

    private bool ReadEffect(JsonElement statement)
    {
        if (!statement.TryGetProperty("Effect", out JsonElement effect))
            throw DynamoDbErrors.Validation(PolicyErrorText.MissingField("Effect"));
        if (effect.ValueKind != JsonValueKind.String) throw Syntax(effect);
        string value = effect.GetString()!;
        if (value.Equals("Allow", StringComparison.OrdinalIgnoreCase)) return true;
        if (value.Equals("Deny", StringComparison.OrdinalIgnoreCase)) return false;
        throw DynamoDbErrors.Validation(PolicyErrorText.InvalidEffect(value));
    }

    private string? ReadSid(JsonElement statement)
    {
        if (!statement.TryGetProperty("Sid", out JsonElement sid)) return null;
        return sid.ValueKind == JsonValueKind.String ? sid.GetString() : throw Syntax(sid);
    }

    private JsonElement? ReadCondition(JsonElement statement)
    {
        if (!statement.TryGetProperty("Condition", out JsonElement condition)) return null;
        return condition.ValueKind == JsonValueKind.Object ? condition.Clone() : throw Syntax(condition);
    }

    private List<(string Type, List<string> Names)>? ReadPrincipals(JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.String && principal.ValueEquals("*"u8)) return null;
        if (principal.ValueKind != JsonValueKind.Object) throw Syntax(principal);
        List<(string, List<string>)> principals = [];
        foreach (JsonProperty type in principal.EnumerateObject())
        {
            if (!PrincipalTypes.Contains(type.Name)) throw DynamoDbErrors.Validation(PolicyErrorText.UnknownField(type.Name));
            principals.Add((type.Name, [.. Values(type.Value).Select(Canonical).Distinct()]));
        }

        return principals.Count > 0 ? principals : throw Syntax(principal);
    }

    private List<string> ReadResources(JsonElement element)
    {
        List<string> values = Values(element);
        foreach (string value in values) CheckResource(value);
        return values;
    }

    // A table's policy is about tables and indexes, a stream's about streams; a wildcard may stand for either.
    private void CheckResource(string value)
    {
        if (value == "*") return;
        string[] parts = value.Split(':', 6);
        if (parts is not ["arn", _, _, _, _, { } relativeId]) throw DynamoDbErrors.Validation(PolicyErrorText.NotInArnFormat(value));
        bool isStream = relativeId.Contains("/stream/", StringComparison.Ordinal);
        bool fits = isStream == (resource.StreamLabel is not null) || (!isStream && relativeId.Contains('*', StringComparison.Ordinal));
        if (!fits) throw DynamoDbErrors.Validation(PolicyErrorText.InvalidRelativeId(relativeId, value));
    }

    private List<string> Values(JsonElement element) => PolicyElements.TryRead(element, out List<string> values) ? values : throw Syntax(element);

    private static string Canonical(string name) =>
        name.Length == AccountIdLength && name.All(char.IsAsciiDigit) ? PolicyStatement.RootOf(name) : name;

    private AwsException Syntax(JsonElement element)
    {
        int at = Math.Max(0, text.IndexOf(element.GetRawText(), StringComparison.Ordinal));
        int lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return DynamoDbErrors.Validation(PolicyErrorText.Syntax(text.AsSpan(0, lineStart).Count('\n') + 1, at - lineStart + 1));
    }
}
