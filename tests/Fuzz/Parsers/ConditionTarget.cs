using System.Text;
using RustStack.Expressions;
using RustStack.Expressions.Conditions;

namespace RustStack.Fuzz.Parsers;

/// <summary>Conditions, filters and key conditions, compiled and then evaluated.</summary>
internal sealed class ConditionTarget : IParserTarget
{
    private readonly ExpressionCompiler _compiler = new();

    public string Corpus => "conditions";

    public void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        _compiler.CompileKeyCondition(text, Bindings.New());
        if (!_compiler.CompileCondition(text, ExpressionKind.FilterExpression, Bindings.New()).TryGet(out Condition? condition, out _)) return;
        condition.FindAttributes();
        condition.Matches(new Bindings());
    }
}
