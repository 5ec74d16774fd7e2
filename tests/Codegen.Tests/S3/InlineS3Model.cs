using System.Text;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.Tests.S3;

/// <summary>Small restXml models in Smithy's JSON AST.</summary>
internal static class InlineS3Model
{
    private const string Documentation = "\"smithy.api#documentation\": \"Words of the model.\"";

    /// <summary>A service with the operation <c>Put</c>.</summary>
    /// <param name="uri">The operation's URI pattern.</param>
    /// <param name="input">The input's members as JSON.</param>
    /// <param name="output">The output's members as JSON.</param>
    /// <param name="shapes">Further shapes as JSON.</param>
    public static SmithyModel Of(string uri, string input, string output = "", string shapes = "")
    {
        string more = shapes.Length == 0 ? "" : "," + shapes;
        string json = $$"""
            {
              "smithy": "2.0",
              "shapes": {
                "t#Svc": { "type": "service", "version": "2006-03-01", "traits": { {{Documentation}} } },
                "t#Put": {
                  "type": "operation",
                  "input": { "target": "t#PutRequest" },
                  "output": { "target": "t#PutOutput" },
                  "traits": { {{Documentation}}, "smithy.api#http": { "method": "PUT", "uri": "{{uri}}", "code": 204 } }
                },
                "t#PutRequest": { "type": "structure", "members": { {{input}} }, "traits": { {{Documentation}}, "smithy.api#input": {} } },
                "t#PutOutput": {
                  "type": "structure", "members": { {{output}} }, "traits": { "smithy.api#output": {}, "smithy.api#xmlName": "PutResult" }
                }{{more}}
              }
            }
            """;
        return SmithyModel.Parse("inline.json", Encoding.UTF8.GetBytes(json));
    }

    /// <summary>A member as JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The id of its target.</param>
    /// <param name="traits">Its traits as JSON.</param>
    public static string Member(string name, string target, string traits = "")
    {
        string all = traits.Length == 0 ? Documentation : $"{Documentation}, {traits}";
        return $"\"{name}\": {{ \"target\": \"{target}\", \"traits\": {{ {all} }} }}";
    }
}
