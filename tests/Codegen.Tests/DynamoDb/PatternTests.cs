using RustStack.Codegen.DynamoDb.Patterns;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.Tests.DynamoDb;

public sealed class PatternTests
{
    [Theory]
    [InlineData("[a-zA-Z0-9_.-]+", "value.Length < 1", "(>= '-' and <= '.') or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or '_' or (>= 'a' and <= 'z')")]
    [InlineData("[0-9]{12}", "value.Length != 12", ">= '0' and <= '9'")]
    [InlineData("[,;:|\\t ]", "value.Length != 1", "'\\u0009' or '\\u0020' or ',' or (>= ':' and <= ';') or '|'")]
    [InlineData("([0-9a-f]{16})+", "value.Length == 0 || value.Length % 16 != 0", "(>= 'a' and <= 'f')")]
    [InlineData("[^\\$]+", "value.Length < 1", "(>= '\\u0000' and <= '#') or (>= '%' and <= '\\uFFFF')")]
    [InlineData("[A-Z][a-z]{0,3}[A-Z]", "value.Length is < 2 or > 5", "i = 1; i < value.Length - 1;")]
    [InlineData("[a-z]+[\\.\\-\\w]*[a-z]+", "value.Length < 2", "i = value.Length - 1; i < value.Length;")]
    [InlineData("\\p{Print}+", "value.Length < 1", "(>= '\\u0020' and <= '~')")]
    [InlineData("[\\x20-\\x21]*", "for (int i = 0; i < value.Length; i++)", "(>= '\\u0020' and <= '!')")]
    [InlineData("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF]*", "for (int i = 0; i < value.Length; i++)", "(>= '\\u0020' and <= '\\uFFFD')")]
    public void Pattern_BecomesSpanChecks(string pattern, string length, string units)
    {
        string code = Emit(pattern);
        Assert.Contains(length, code, StringComparison.Ordinal);
        Assert.Contains(units, code, StringComparison.Ordinal);
        Assert.DoesNotContain("Regex", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b")]
    [InlineData("(?=a)b")]
    [InlineData("a.b")]
    [InlineData("[a-z]+[0-9]+")]
    [InlineData("[a-z]*[0-9]+")]
    [InlineData("\\S+")]
    [InlineData("([a-z]+)+")]
    [InlineData("([a-z][0-9])+")]
    [InlineData("[\\uD801\\uDC00-\\uDBFF\\uDFFF]")]
    public void UnknownConstruct_IsRefusedLoudly(string pattern) => Assert.Throws<NotSupportedException>(() => Emit(pattern));

    private static string Emit(string pattern)
    {
        SourceWriter output = new();
        PatternEmitter.Emit(PatternParser.Parse(pattern), exemption: null, output);
        return output.ToString();
    }
}
