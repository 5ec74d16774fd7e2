using System.Globalization;
using Pidgin;
using RustStack.Expressions.Syntax;
using static Pidgin.Parser;

namespace RustStack.Expressions.Parsing;

/// <summary>
/// The grammar of what both languages share: document paths, placeholders and function calls. Every rule decides by its next token and
/// never steps back, so that a failure is at the first token that does not fit.
/// </summary>
internal static class OperandGrammar
{
    private static readonly Parser<SyntaxToken, PathStep> NameStep =
        Of(TokenKind.Identifier).Or(Of(TokenKind.Name))
            .Select(static token => new PathStep(token.Text, 0, token.Kind == TokenKind.Name));

    private static readonly Parser<SyntaxToken, PathStep> IndexStep =
        Of(TokenKind.Number).Between(Of(TokenKind.OpenBracket), Of(TokenKind.CloseBracket))
            .Select(static token => new PathStep(null, Index(token)));

    private static readonly Parser<SyntaxToken, IEnumerable<PathStep>> LaterSteps =
        Sequence(IndexStep.Or(Of(TokenKind.Dot).Then(NameStep)));

    /// <summary>A name followed by names and indexes.</summary>
    public static readonly Parser<SyntaxToken, PathSyntax> AttributePath = Map(
        static (first, later) => new PathSyntax(later.HasValue ? [first, .. later.Value] : [first]), NameStep, LaterSteps.Optional());

    /// <summary>A placeholder for a value.</summary>
    public static readonly Parser<SyntaxToken, SyntaxNode> Value =
        Of(TokenKind.Value).Select<SyntaxNode>(static token => new PlaceholderSyntax(token.Text));

    /// <summary>An operand, in parentheses or not.</summary>
    public static readonly Parser<SyntaxToken, SyntaxNode> Operand = Rec(static () => OneOf(InParentheses!, PlainOperand!));

    /// <summary>Operands with commas between them.</summary>
    public static readonly Parser<SyntaxToken, IReadOnlyList<SyntaxNode>> Operands =
        Operand.SeparatedAtLeastOnce(Of(TokenKind.Comma)).Select<IReadOnlyList<SyntaxNode>>(static operands => [.. operands]);

    private static readonly Parser<SyntaxToken, SyntaxNode> Function = Map<SyntaxToken, SyntaxToken, IReadOnlyList<SyntaxNode>, SyntaxNode>(
        static (name, operands) => new FunctionSyntax(name.Text, operands),
        Of(TokenKind.Function), Operands.Between(Of(TokenKind.Open), Of(TokenKind.Close)));

    /// <summary>An operand that does not begin with a parenthesis.</summary>
    public static readonly Parser<SyntaxToken, SyntaxNode> PlainOperand =
        OneOf(Function, Value, AttributePath.Select<SyntaxNode>(static path => path));

    private static readonly Parser<SyntaxToken, SyntaxNode> InParentheses = Operand.Between(Of(TokenKind.Open), Of(TokenKind.Close));

    /// <summary>One token of a kind.</summary>
    public static Parser<SyntaxToken, SyntaxToken> Of(TokenKind kind) => Parser<SyntaxToken>.Token(token => token.Kind == kind);

    /// <summary>A rule once or more, with nothing in between.</summary>
    public static Parser<SyntaxToken, IEnumerable<T>> Sequence<T>(Parser<SyntaxToken, T> rule) =>
        rule.SeparatedAtLeastOnce(Parser<SyntaxToken>.Return(Unit.Value));

    private static int Index(SyntaxToken token) =>
        int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : int.MaxValue;
}
