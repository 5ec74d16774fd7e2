using RustStack.Codegen.DynamoDb;
using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.Tests.DynamoDb;

public sealed class DynamoDbGeneratorTests
{
    private const string Namespace = "RustStack.DynamoDb.Generated";

    private const string Shapes = """
        "t#Name": { "type": "string", "traits": { "smithy.api#length": { "min": 3, "max": 255 } } },
        "t#Limit": { "type": "integer", "traits": { "smithy.api#range": { "min": 1, "max": 100 } } },
        "t#Kind": { "type": "enum", "members": { "ONE_WAY": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "ONE_WAY" } } } },
        "t#AttributeValue": { "type": "union", "members": { "S": { "target": "smithy.api#String" } } },
        "t#Key": { "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "t#AttributeValue" } },
        "t#Both": { "type": "structure", "members": { "Name": { "target": "t#Name", "traits": { "smithy.api#required": {} } } } },
        "t#Boths": { "type": "list", "member": { "target": "t#Both" }, "traits": { "smithy.api#length": { "min": 1 } } }
        """;

    private const string Input = """
        "Name": { "target": "t#Name", "traits": { "smithy.api#required": {}, "smithy.api#documentation": "SECRET" } },
        "Limit": { "target": "t#Limit" },
        "Kind": { "target": "t#Kind" },
        "Key": { "target": "t#Key" },
        "Boths": { "target": "t#Boths" }
        """;

    private const string Output = """
        "When": { "target": "smithy.api#Timestamp" },
        "Boths": { "target": "t#Boths" }
        """;

    private readonly IReadOnlyDictionary<string, string> _files = Generate(InlineModel.Of(Input, Output, Shapes));

    [Fact]
    public void Files_AreOneForEachShapeAndOperation() => Assert.Equal(
        [
            "Constraints/Name.g.cs", "Enums/Kind.g.cs", "ErrorTable.g.cs", "OperationTable.g.cs", "Operations/PutOperation.g.cs",
            "Shapes/Both.g.cs", "Shapes/PutInput.g.cs", "Shapes/PutOutput.g.cs",
        ],
        _files.Keys);

    [Theory]
    [InlineData("Shapes/PutInput.g.cs", "public required string Name { get; init; }")]
    [InlineData("Shapes/PutInput.g.cs", "public int? Limit { get; init; }")]
    [InlineData("Shapes/PutInput.g.cs", "public Item? Key { get; init; }")]
    [InlineData("Shapes/PutInput.g.cs", "public IReadOnlyList<Both>? Boths { get; init; }")]
    [InlineData("Shapes/PutInput.g.cs", "else if (reader.ValueTextEquals(\"Limit\"u8) && reader.Read())")]
    [InlineData("Shapes/PutInput.g.cs", "if (Name is null) errors.AddNull(\"name\");")]
    [InlineData("Shapes/PutInput.g.cs", "NameConstraint.Check(errors, \"name\", nameValue);")]
    [InlineData("Shapes/PutInput.g.cs", "errors.Add(\"limit\", JavaText.Of(limitValue), \"Member must have value less than or equal to 100\");")]
    [InlineData("Shapes/PutInput.g.cs", "Generated.Kind.Check(errors, \"kind\", kindValue);")]
    [InlineData("Shapes/PutInput.g.cs", "errors.CheckElements(\"boths\", bothsValue);")]
    [InlineData("Shapes/PutInput.g.cs", "/// <summary>Required. Characters: 3 to 255.</summary>")]
    [InlineData("Shapes/PutOutput.g.cs", "JsonOutput.WriteTimestamp(writer, whenValue);")]
    [InlineData("Shapes/Both.g.cs", "public string? Name { get; init; }")]
    [InlineData("Enums/Kind.g.cs", "public const string OneWay = \"ONE_WAY\";")]
    [InlineData("Constraints/Name.g.cs", "public static bool IsSatisfied(string value) => value.Length >= 3 && value.Length <= 255;")]
    [InlineData("Operations/PutOperation.g.cs", "public sealed override string Target => \"Svc_1.Put\";")]
    [InlineData("Operations/PutOperation.g.cs", "protected abstract ValueTask<PutOutput> HandleAsync(PutInput input, RequestContext context, CancellationToken cancellationToken);")]
    [InlineData("OperationTable.g.cs", "public const string TargetPrefix = \"Svc_1.\";")]
    [InlineData("ErrorTable.g.cs", "public static bool HasUpperCaseMessage(string code) => code is \"Bad\";")]
    public void File_Holds(string file, string code) => Assert.Contains(code, _files[file], StringComparison.Ordinal);

    [Theory]
    [InlineData("Shapes/PutInput.g.cs", "void Write(")]
    [InlineData("Shapes/PutOutput.g.cs", " Read(")]
    [InlineData("Shapes/PutOutput.g.cs", "Validate(")]
    [InlineData("Shapes/PutInput.g.cs", "SECRET")]
    public void File_LeavesOut(string file, string code) => Assert.DoesNotContain(code, _files[file], StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "PutInput": { "target": "t#Name" } """)]
    [InlineData(""" "Read": { "target": "t#Name" } """)]
    public void MemberThatCSharpCannotName_IsRefused(string member) =>
        Assert.Throws<NotSupportedException>(() => Generate(InlineModel.Of(member, shapes: Shapes)));

    [Fact]
    public void Generating_Twice_GivesTheSame() =>
        Assert.Equal(Generate(InlineModel.Of(Input, shapes: Shapes)), Generate(InlineModel.Of(Input, shapes: Shapes)));

    private static IReadOnlyDictionary<string, string> Generate(SmithyModel model)
    {
        GeneratedFolder folder = new("unused");
        DynamoDbGenerator.Generate(model, Namespace, "", folder);
        return folder.Files;
    }
}
