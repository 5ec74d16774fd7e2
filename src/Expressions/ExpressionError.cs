namespace RustStack.Expressions;

/// <summary>Why an expression or its evaluation is refused: the text of a <c>ValidationException</c>.</summary>
/// <param name="Message">The whole message in AWS's words.</param>
public sealed record ExpressionError(string Message);
