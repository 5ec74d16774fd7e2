using System.Security.Cryptography;
using System.Text.Json;

namespace RustStack.Codegen.Model;

/// <summary>One service's model, read from the Smithy 2.0 JSON AST (Smithy specification, "JSON AST").</summary>
internal sealed class SmithyModel
{
    private const string UnitId = "smithy.api#Unit";

    private readonly Dictionary<string, Shape> _shapes;

    private SmithyModel(string fileName, string checksum, Dictionary<string, Shape> shapes, IReadOnlyList<string> operationIds, JsonElement operationsJson)
    {
        FileName = fileName;
        Checksum = checksum;
        _shapes = shapes;
        Service = shapes.Values.Single(static s => s.Kind == ShapeKind.Service);
        Version = operationsJson.GetProperty(Service.Id).GetProperty("version").GetString()!;
        Operations = [.. operationIds.Order(StringComparer.Ordinal).Select(id => Resolve(id, operationsJson))];
    }

    /// <summary>The file's name, without its folder.</summary>
    public string FileName { get; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public string Checksum { get; }

    /// <summary>The service shape.</summary>
    public Shape Service { get; }

    /// <summary>The service's API version, such as <c>2012-08-10</c>.</summary>
    public string Version { get; }

    /// <summary>Every operation, by name.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Every shape, by name.</summary>
    public IEnumerable<Shape> Shapes => _shapes.Values.OrderBy(static s => s.Name, StringComparer.Ordinal);

    /// <summary>Reads a model file.</summary>
    /// <param name="path">The path of the JSON AST.</param>
    /// <returns>The model.</returns>
    public static SmithyModel Load(string path) => Parse(Path.GetFileName(path), File.ReadAllBytes(path));

    /// <summary>Reads a model from memory.</summary>
    /// <param name="fileName">The name that generated files give as their source.</param>
    /// <param name="bytes">The JSON AST in UTF-8.</param>
    /// <returns>The model.</returns>
    public static SmithyModel Parse(string fileName, byte[] bytes)
    {
        using JsonDocument document = JsonDocument.Parse(bytes);
        JsonElement json = document.RootElement.GetProperty("shapes").Clone();
        Dictionary<string, Shape> shapes = [];
        List<string> operationIds = [];
        foreach (JsonProperty property in json.EnumerateObject())
        {
            Shape shape = ReadShape(property.Name, property.Value);
            shapes.Add(shape.Id, shape);
            if (shape.Kind == ShapeKind.Operation) operationIds.Add(shape.Id);
        }

        return new(fileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), shapes, operationIds, json);
    }

    /// <summary>The shape that a member targets. Prelude shapes (<c>smithy.api#String</c>) are there too.</summary>
    public Shape Target(Member member) => Find(member.TargetId);

    /// <summary>A shape by its absolute id.</summary>
    public Shape Find(string id) => _shapes.TryGetValue(id, out Shape? shape) ? shape : PreludeShape(id);

    private static Shape ReadShape(string id, JsonElement json)
    {
        string type = json.GetProperty("type").GetString()!;
        List<Member> members = [];
        if (json.TryGetProperty("members", out JsonElement named))
        {
            foreach (JsonProperty member in named.EnumerateObject()) members.Add(ReadMember(member.Name, member.Value));
        }

        foreach (string only in (string[])["member", "key", "value"])
        {
            if (json.TryGetProperty(only, out JsonElement member)) members.Add(ReadMember(only, member));
        }

        return new(id, Enum.Parse<ShapeKind>(type, ignoreCase: true), ReadTraits(json), members);
    }

    private static Member ReadMember(string name, JsonElement json) => new(name, json.GetProperty("target").GetString()!, ReadTraits(json));

    private static Traits ReadTraits(JsonElement json) => new(json.TryGetProperty("traits", out JsonElement traits) ? traits : default);

    private static Shape PreludeShape(string id)
    {
        string name = id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];
        string kind = name.StartsWith("Primitive", StringComparison.Ordinal) ? name["Primitive".Length..] : name;
        return new(id, Enum.Parse<ShapeKind>(kind), default, []);
    }

    private Operation Resolve(string id, JsonElement json)
    {
        JsonElement operation = json.GetProperty(id);
        return new(
            _shapes[id],
            Structure(operation, "input"),
            Structure(operation, "output"),
            operation.TryGetProperty("errors", out JsonElement errors)
                ? [.. errors.EnumerateArray().Select(e => _shapes[e.GetProperty("target").GetString()!])]
                : []);
    }

    private Shape? Structure(JsonElement operation, string name)
    {
        if (!operation.TryGetProperty(name, out JsonElement reference)) return null;
        string target = reference.GetProperty("target").GetString()!;
        return target == UnitId ? null : _shapes[target];
    }
}
