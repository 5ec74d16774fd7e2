using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes an operation's abstract base: it reads and validates the input, and writes the output.</summary>
/// <param name="model">The model.</param>
/// <param name="ns">The namespace of the generated code.</param>
/// <param name="constraints">The constraints.</param>
internal sealed class OperationEmitter(SmithyModel model, string ns, ConstraintMap constraints)
{
    private static readonly string[] Usings =
    [
        "System.Text.Json",
        "RustStack.Core.Requests",
        "RustStack.DynamoDb.Protocol",
        "RustStack.DynamoDb.Protocol.Json",
        "RustStack.DynamoDb.Validation",
    ];

    /// <summary>Writes the operation's file.</summary>
    public string Emit(Operation operation)
    {
        Shape input = operation.Input ?? throw new NotSupportedException($"{operation.Name} has no input.");
        SourceWriter output = new();
        foreach (string name in Usings) output.Line($"using {name};");
        output.Line();
        output.Line($"namespace {ns};");
        output.Line();
        output.Line($"/// <summary>The operation <c>{operation.Name}</c>.</summary>");
        output.Block($"internal abstract class {operation.Name}Operation : DynamoDbOperation", () =>
        {
            output.Line("/// <inheritdoc/>");
            output.Line($"public sealed override string Target => {Names.Literal($"{model.Service.Name}.{operation.Name}")};");
            output.Line();
            WriteInvoke(operation, input, output);
            output.Line();
            output.Line("/// <summary>Answers a request whose input satisfies the model's constraints.</summary>");
            string result = operation.Output is null ? "ValueTask" : $"ValueTask<{operation.Output.Name}>";
            string parameters = $"{input.Name} input, RequestContext context, CancellationToken cancellationToken";
            output.Line($"protected abstract {result} HandleAsync({parameters});");
        });
        return output.ToString();
    }

    private void WriteInvoke(Operation operation, Shape input, SourceWriter output)
    {
        output.Line("/// <inheritdoc/>");
        const string Parameters =
            "ReadOnlyMemory<byte> body, Utf8JsonWriter writer, RequestContext context, CancellationToken cancellationToken";
        output.Line("public sealed override async ValueTask InvokeAsync(");
        output.Block($"    {Parameters})", () =>
        {
            output.Line($"{input.Name} input = JsonBody.Read(body.Span, {input.Name}.Read);");
            if (constraints.IsChecked(input)) output.Line("ConstraintErrors.ThrowIfAny(input);");
            if (operation.Output is null)
            {
                output.Line("await HandleAsync(input, context, cancellationToken).ConfigureAwait(false);");
                return;
            }

            output.Line($"{operation.Output.Name} output = await HandleAsync(input, context, cancellationToken).ConfigureAwait(false);");
            output.Line("output.Write(writer);");
        });
    }
}
