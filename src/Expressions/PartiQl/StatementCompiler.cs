using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Parsing;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>
/// Compiles PartiQL statements: parses the text, or finds it parsed before, and binds the request's parameters to it. One instance serves
/// all requests and threads.
/// </summary>
public sealed class StatementCompiler
{
    /// <summary>The statements that one generation of the cache holds.</summary>
    internal const int CacheCapacity = 256;

    private readonly ParsedExpressionCache<StatementSyntax> _statements = new(CacheCapacity);

    /// <summary>Compiles a statement.</summary>
    /// <param name="text">The statement, up to 8,192 characters: requests with longer ones are refused before.</param>
    /// <param name="parameters">The values of its question marks, or null for none.</param>
    /// <returns>The statement, or the error.</returns>
    public ExpressionResult<Statement> Compile(string text, IReadOnlyList<AttributeValue>? parameters)
    {
        if (_statements.Find(text) is not { } syntax)
        {
            if (!StatementParser.Parse(text).TryGet(out syntax, out ExpressionError? error)) return new(error);
            _statements.Add(text, syntax);
        }

        if (syntax.ParameterCount != (parameters?.Count ?? 0)) return new(new ExpressionError(StatementErrorText.ParameterCount));
        var binder = new StatementBinder(new(names: null, values: null) { Parameters = parameters ?? [] });
        return binder.Bind(syntax, out string? message) is { } statement ? new(statement) : new(new ExpressionError(message!));
    }
}
