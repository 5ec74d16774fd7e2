using System.Text;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.Tests;

/// <summary>Small models in Smithy's JSON AST.</summary>
internal static class InlineModel
{
    /// <summary>A service with the operation <c>Put</c>, whose input and output have the given members, and further shapes.</summary>
    public static SmithyModel Of(string inputMembers, string outputMembers = "", string shapes = "")
    {
        string more = shapes.Length == 0 ? "" : "," + shapes;
        string json = $$"""
            {
              "smithy": "2.0",
              "shapes": {
                "t#Svc_1": { "type": "service", "version": "2012-08-10", "operations": [{ "target": "t#Put" }], "traits": { "smithy.api#title": "T" } },
                "t#Put": { "type": "operation", "input": { "target": "t#PutInput" }, "output": { "target": "t#PutOutput" }, "errors": [{ "target": "t#Bad" }] },
                "t#PutInput": { "type": "structure", "members": { {{inputMembers}} } },
                "t#PutOutput": { "type": "structure", "members": { {{outputMembers}} } },
                "t#Bad": { "type": "structure", "members": { "Message": { "target": "smithy.api#String" } }, "traits": { "smithy.api#error": "client" } }{{more}}
              }
            }
            """;
        return SmithyModel.Parse("inline.json", Encoding.UTF8.GetBytes(json));
    }
}
