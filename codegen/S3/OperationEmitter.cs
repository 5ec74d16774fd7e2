using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes an operation's base: it reads the input, lets the operation do its work and writes the output.</summary>
/// <param name="s3">The model.</param>
/// <param name="types">The C# types of members.</param>
internal sealed class OperationEmitter(S3Model s3, TypeNames types)
{
    private readonly InputEmitter _inputs = new(s3, types);
    private readonly OutputEmitter _outputs = new(s3);

    /// <summary>The source of <c>{Operation}Operation</c>.</summary>
    public string Emit(Operation operation)
    {
        SourceWriter output = new();
        if (_inputs.ReadsBody(operation)) output.Line("using RustStack.S3.Errors;");
        output.Line("using RustStack.S3.Protocol;");
        output.Line();
        output.Line($"namespace {S3Generator.Namespace};");
        output.Line();
        output.Line($"/// <summary>The protocol of <c>{operation.Name}</c>; a sealed class does its work.</summary>");
        output.Block($"internal abstract class {operation.Name}Operation : S3Operation", () =>
        {
            output.Line("/// <inheritdoc/>");
            output.Line($"public sealed override string Name => {Names.Literal(operation.Name)};");
            output.Line();
            EmitInvoke(output, operation);
            output.Line();
            EmitHandle(output, operation);
            output.Line();
            _inputs.Emit(output, operation);
            _outputs.EmitMethods(output, operation);
        });
        return output.ToString();
    }

    private void EmitInvoke(SourceWriter output, Operation operation)
    {
        output.Line("/// <inheritdoc/>");
        output.Block("public sealed override async ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken)", () =>
        {
            output.Line($"exchange.StatusCode = {operation.Shape.Traits.Number("http", "code")};");
            string read = _inputs.ReadsBody(operation) ? "await ReadInputAsync(exchange, cancellationToken)" : "ReadInput(exchange)";
            output.Line($"{operation.Input!.Name} input = {read};");
            string result = operation.Output is { } shape ? $"{shape.Name} output = " : "";
            output.Line($"{result}await HandleAsync(input, exchange, cancellationToken);");
            _outputs.EmitAnswer(output, operation);
        });
    }

    private static void EmitHandle(SourceWriter output, Operation operation)
    {
        string result = operation.Output is { } shape ? $"ValueTask<{shape.Name}>" : "ValueTask";
        output.Line("/// <summary>Does the operation's work.</summary>");
        output.Line("/// <param name=\"input\">The input; what the model requires is there.</param>");
        output.Line("/// <param name=\"exchange\">The request's context and raw facts.</param>");
        output.Line("/// <param name=\"cancellationToken\">Ends the work when the client goes away.</param>");
        const string Others = "S3Exchange exchange, CancellationToken cancellationToken";
        output.Line($"protected abstract {result} HandleAsync({operation.Input!.Name} input, {Others});");
    }
}
