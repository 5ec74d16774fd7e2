using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Policies;

/// <summary>
/// A resource-based policy that was checked. Two documents that mean the same in AWS's eyes (white space, order of members, lists of one,
/// account ids for their ARNs) have the same canonical form, except that one with the default version is another than one without any.
/// </summary>
/// <param name="Text">The canonical form: minified, members in a fixed order.</param>
/// <param name="Statements">The statements.</param>
internal sealed record PolicyDocument(string Text, IReadOnlyList<PolicyStatement> Statements)
{
    private const int MostBytes = 20 * 1024;
    private const string VersionMember = "{\"Version\":";
    private const string DefaultVersion = "2008-10-17";

    private static readonly JsonWriterOptions Minified = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a policy.</summary>
    /// <param name="policy">The policy as the request has it.</param>
    /// <param name="resource">What it is attached to.</param>
    /// <returns>The document.</returns>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static PolicyDocument Read(string policy, PolicyResource resource)
    {
        if (Encoding.UTF8.GetByteCount(policy) > MostBytes) throw DynamoDbErrors.Validation(PolicyErrorText.TooLarge(MostBytes));
        using JsonDocument json = Parse(policy);
        JsonElement root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw DynamoDbErrors.Validation(PolicyErrorText.InvalidJson);
        CheckMembers(root);
        List<PolicyStatement> statements = ReadStatements(policy, root, resource);
        return new(Canonical(root, statements), statements);
    }

    /// <summary>The policy as it is read back: with a version in any case.</summary>
    /// <param name="canonical">The canonical form.</param>
    /// <returns>The policy.</returns>
    public static string Answer(string canonical) => canonical.StartsWith(VersionMember, StringComparison.Ordinal)
        ? canonical
        : $"{VersionMember}\"{DefaultVersion}\",{canonical[1..]}";

    private static JsonDocument Parse(string policy)
    {
        try
        {
            return JsonDocument.Parse(policy);
        }
        catch (JsonException)
        {
            throw DynamoDbErrors.Validation(PolicyErrorText.InvalidJson);
        }
    }

    private static void CheckMembers(JsonElement root)
    {
        foreach (JsonProperty member in root.EnumerateObject())
        {
            if (member.Name is not ("Version" or "Id" or "Statement"))
                throw DynamoDbErrors.Validation(PolicyErrorText.UnknownField(member.Name));
            if (member.Name == "Id" && member.Value.ValueKind != JsonValueKind.String)
                throw DynamoDbErrors.Validation(PolicyErrorText.InvalidJson);
        }

        if (!root.TryGetProperty("Version", out JsonElement version)) return;
        bool isKnown = version.ValueKind == JsonValueKind.String && version.GetString() is "2012-10-17" or DefaultVersion;
        if (!isKnown) throw DynamoDbErrors.Validation(PolicyErrorText.InvalidVersion);
    }

    private static List<PolicyStatement> ReadStatements(string policy, JsonElement root, PolicyResource resource)
    {
        var reader = new PolicyStatementReader(policy, resource);
        List<PolicyStatement> statements = [];
        if (root.TryGetProperty("Statement", out JsonElement statement))
        {
            if (statement.ValueKind != JsonValueKind.Array) statements.Add(reader.Read(statement));
            else statements.AddRange(statement.EnumerateArray().Select(reader.Read));
        }

        if (statements.Count == 0) throw DynamoDbErrors.Validation(PolicyErrorText.NoStatement);
        string[] sids = [.. statements.Select(static one => one.Sid).OfType<string>()];
        if (sids.Distinct().Count() < sids.Length) throw DynamoDbErrors.Validation(PolicyErrorText.DuplicateSids);
        string[] unknown =
            [.. statements.SelectMany(static one => one.Actions).Where(action => !PolicyActions.IsKnown(action, resource.StreamLabel is not null))];
        if (unknown.Length > 0) throw DynamoDbErrors.Validation(PolicyErrorText.InvalidActions(unknown));
        return statements.Exists(static one => one.IsUnbounded) ? throw DynamoDbErrors.Validation(PolicyErrorText.Unbounded) : statements;
    }

    private static string Canonical(JsonElement root, List<PolicyStatement> statements)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Minified))
        {
            writer.WriteStartObject();
            if (root.TryGetProperty("Version", out JsonElement version)) writer.WriteString("Version"u8, version.GetString());
            if (root.TryGetProperty("Id", out JsonElement id)) writer.WriteString("Id"u8, id.GetString());
            writer.WriteStartArray("Statement"u8);
            foreach (PolicyStatement statement in statements) statement.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
