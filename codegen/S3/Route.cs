using System.Text.Json;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.S3;

/// <summary>How a request is recognised as an operation's.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Level">What the path names: <c>Service</c>, <c>Bucket</c> or <c>Object</c>.</param>
/// <param name="Path">The fixed path of an operation that has no labels and is not at the root; else null.</param>
/// <param name="Literals">The query parameters with fixed values that the URI has; the value is null where only the name counts.</param>
/// <param name="Queries">The names of query parameters that the input requires.</param>
/// <param name="Headers">The names of headers that the input requires.</param>
internal sealed record Route(
    string Operation,
    string Method,
    string Level,
    string? Path,
    IReadOnlyList<KeyValuePair<string, string?>> Literals,
    IReadOnlyList<string> Queries,
    IReadOnlyList<string> Headers)
{
    private const string OperationHint = "x-id";

    /// <summary>The sub-resources that the route's URI names.</summary>
    public IEnumerable<string> SubResources =>
        Literals.Select(static literal => literal.Key).Where(static name => !Overrides.IsParameter(name));

    /// <summary>How many conditions the route makes.</summary>
    public int Specificity => Literals.Count + Queries.Count + Headers.Count;

    /// <summary>Reads an operation's <c>http</c> trait and the required members of its input.</summary>
    public static Route Of(Operation operation)
    {
        JsonElement http = operation.Shape.Traits.Find("http")!.Value;
        string[] uri = http.GetProperty("uri").GetString()!.Split('?', 2);
        string path = uri[0];
        string level = path.Contains("{Key+}", StringComparison.Ordinal) ? "Object" : path == "/" ? "Service" : "Bucket";
        return new(
            operation.Name,
            http.GetProperty("method").GetString()!,
            level,
            path.Contains('{', StringComparison.Ordinal) || path == "/" ? null : path[1..],
            [.. Literal(uri, operation.Name)],
            [.. Required(operation, "httpQuery")],
            [.. Required(operation, "httpHeader")]);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Literal(string[] uri, string operation)
    {
        if (uri.Length < 2) yield break;
        foreach (string pair in uri[1].Split('&'))
        {
            string[] parts = pair.Split('=', 2);
            if (parts[0] == OperationHint && !Overrides.NeedsOperationHint(operation)) continue;
            yield return new(parts[0], parts.Length > 1 ? parts[1] : null);
        }
    }

    private static IEnumerable<string> Required(Operation operation, string trait) =>
        (operation.Input?.Members ?? []).Where(member => member.IsRequired).Select(member => member.Traits.Text(trait)).OfType<string>();
}
