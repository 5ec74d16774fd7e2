namespace RustStack.Expressions.PartiQl.Errors;

/// <summary>
/// What is said of statements that cannot be parsed. DynamoDB passes on the words of the parser that it uses, which is published with
/// PartiQL itself; what follows the colon is one of these.
/// </summary>
internal static class SyntaxErrorText
{
    public const string NoStatement = "Expected data manipulation";
    public const string NoAssignment = "Expected '='";
    public const string NoBy = "Expected BY";
    public const string NoClose = "Expected RIGHT_PAREN";
    public const string NoCloseBrace = "Expected RIGHT_CURLY";
    public const string NoCloseBracket = "Expected RIGHT_BRACKET";
    public const string NoCloseSet = "Expected RIGHT_DOUBLE_ANGLE_BRACKET";
    public const string NoColon = "Expected COLON";
    public const string NoFromAfterDelete = "Expected FROM after DELETE";
    public const string NoFromAfterSelect = "Expected FROM after SELECT list";
    public const string NoPath = "Expected identifier for simple path";
    public const string NoPathPart = "Invalid path dot component";
    public const string NoReturning = "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.";
    public const string NoRightSide = "Missing right-hand side expression of infix operator";
    public const string NoType = "Expected type name";
    public const string LeftOver = "Unexpected token after expression";
    public const string UnexpectedKeyword = "Unexpected keyword";
    public const string UnexpectedOperator = "Unexpected operator";
    public const string UnexpectedTerm = "Unexpected term";

    public static ExpressionError Malformed(string detail) => new($"Statement wasn't well formed, can't be processed: {detail}");
}
