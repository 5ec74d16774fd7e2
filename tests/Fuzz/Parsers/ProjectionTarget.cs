using System.Text;
using RustStack.Expressions;
using RustStack.Expressions.Projections;

namespace RustStack.Fuzz.Parsers;

/// <summary>Projection expressions, compiled and then applied.</summary>
internal sealed class ProjectionTarget : IParserTarget
{
    private readonly ExpressionCompiler _compiler = new();

    public string Corpus => "projections";

    public void Run(byte[] input)
    {
        if (_compiler.CompileProjection(Encoding.UTF8.GetString(input), Bindings.New()).TryGet(out Projection? projection, out _)) projection.Apply(new Bindings());
    }
}
