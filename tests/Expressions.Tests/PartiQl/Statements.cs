using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.PartiQl;

/// <summary>Short ways to compile statements.</summary>
internal static class Statements
{
    public static T Compile<T>(string text, params AttributeValue[] parameters)
        where T : Statement
    {
        ExpressionResult<Statement> result = new StatementCompiler().Compile(text, parameters);
        Assert.Null(result.Error?.Message);
        return Assert.IsType<T>(result.Value);
    }

    /// <summary>Compiles the condition of a SELECT.</summary>
    public static WhereClause Where(string condition, params AttributeValue[] parameters) =>
        Compile<SelectStatement>($"SELECT * FROM t WHERE {condition}", parameters).Where!;

    /// <summary>What a statement is refused with.</summary>
    public static string? Refuse(string text, params AttributeValue[] parameters) =>
        new StatementCompiler().Compile(text, parameters).Error?.Message;
}
