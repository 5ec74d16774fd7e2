using System.Text;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.Tests.Model;

public sealed class SmithyModelTests
{
    private const string NameMember = """
        "Name": { "target": "t#Name", "traits": { "smithy.api#required": {}, "smithy.api#documentation": "secret" } },
        "Count": { "target": "smithy.api#PrimitiveInteger" }
        """;

    private const string NameShape = """
        "t#Name": { "type": "string", "traits": { "smithy.api#length": { "min": 3, "max": 255 }, "smithy.api#pattern": "^[a-z]+$" } },
        "t#Names": { "type": "list", "member": { "target": "t#Name" } },
        "t#ByName": { "type": "map", "key": { "target": "t#Name" }, "value": { "target": "t#Names" } },
        "t#Kind": { "type": "enum", "members": { "A": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "a" } } } }
        """;

    private readonly SmithyModel _model = InlineModel.Of(NameMember, shapes: NameShape);

    [Fact]
    public void Service_HasVersionAndOperations()
    {
        Assert.Equal(("Svc_1", "2012-08-10", "inline.json"), (_model.Service.Name, _model.Version, _model.FileName));
        Operation operation = Assert.Single(_model.Operations);
        Assert.Equal(("Put", "PutInput", "PutOutput"), (operation.Name, operation.Input!.Name, operation.Output!.Name));
        Assert.Equal(["Bad"], operation.Errors.Select(static error => error.Name));
    }

    [Fact]
    public void Checksum_IsTheFilesSha256()
    {
        const string Json = """{"shapes":{"t#S":{"type":"service","version":"1"}}}""";
        SmithyModel model = SmithyModel.Parse("x.json", Encoding.UTF8.GetBytes(Json));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Json))), model.Checksum);
    }

    [Fact]
    public void Members_ResolveToTheirTargets()
    {
        Shape input = _model.Find("t#PutInput");
        Assert.Equal([("Name", true), ("Count", false)], input.Members.Select(static member => (member.Name, member.IsRequired)));
        Assert.Equal(ShapeKind.String, _model.Target(input.Members[0]).Kind);
        Assert.Equal(ShapeKind.Integer, _model.Target(input.Members[1]).Kind);
    }

    [Fact]
    public void Collections_HaveElementKeyAndValue()
    {
        Assert.Equal("t#Name", _model.Find("t#Names").Element.TargetId);
        Assert.Equal(("t#Name", "t#Names"), (_model.Find("t#ByName").Key.TargetId, _model.Find("t#ByName").Value.TargetId));
    }

    [Fact]
    public void Traits_GiveTextAndNumbers()
    {
        Traits traits = _model.Find("t#Name").Traits;
        Assert.Equal((3, 255), (traits.Number("length", "min"), traits.Number("length", "max")));
        Assert.Equal("^[a-z]+$", traits.Text("pattern"));
        Assert.Null(traits.Number("range", "min"));
        Assert.False(traits.Has("required"));
        Assert.Equal("a", _model.Find("t#Kind").Members[0].Traits.Text("enumValue"));
    }
}
