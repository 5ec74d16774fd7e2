using System.Text;
using RustStack.Expressions;
using RustStack.Expressions.Updates;

namespace RustStack.Fuzz.Parsers;

/// <summary>Update expressions, compiled and then applied.</summary>
internal sealed class UpdateTarget : IParserTarget
{
    private readonly ExpressionCompiler _compiler = new();

    public string Corpus => "updates";

    public void Run(byte[] input)
    {
        if (!_compiler.CompileUpdate(Encoding.UTF8.GetString(input), Bindings.New()).TryGet(out Update? update, out _)) return;
        update.FindAttributes();
        update.Apply(new Bindings());
    }
}
