using RustStack.DynamoDb.Errors;
using RustStack.Expressions;
using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Values;

namespace RustStack.DynamoDb.Statements;

/// <summary>Reads the statements of requests.</summary>
/// <param name="compiler">Compiles them.</param>
internal sealed class StatementReader(StatementCompiler compiler)
{
    /// <summary>Reads a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="parameters">Its parameters, or null.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public Statement Read(string text, IReadOnlyList<AttributeValue>? parameters) =>
        compiler.Compile(text, parameters).TryGet(out Statement? statement, out ExpressionError? error)
            ? statement
            : throw DynamoDbErrors.Validation(error.Message);
}
