using System.Text;
using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Values;

namespace RustStack.Fuzz.Parsers;

/// <summary>PartiQL statements, with as many parameters as they may ask for.</summary>
internal sealed class StatementTarget : IParserTarget
{
    private const int MostParameters = 4;

    private readonly StatementCompiler _compiler = new();

    public string Corpus => "statements";

    public void Run(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        int count = Math.Min(text.Count(static character => character == '?'), MostParameters);
        _compiler.Compile(text, [.. Enumerable.Repeat<AttributeValue>(new StringValue("a"), count)]);
    }
}
