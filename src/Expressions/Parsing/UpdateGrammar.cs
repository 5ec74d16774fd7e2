using Pidgin;
using RustStack.Expressions.Syntax;
using static Pidgin.Parser;
using static RustStack.Expressions.Parsing.OperandGrammar;

namespace RustStack.Expressions.Parsing;

/// <summary>The grammar of update expressions: clauses in any order, each a list of actions.</summary>
internal static class UpdateGrammar
{
    private static readonly Parser<SyntaxToken, SyntaxNode> Group =
        Rec(static () => Sum!).Between(Of(TokenKind.Open), Of(TokenKind.Close));

    private static readonly Parser<SyntaxToken, Func<SyntaxNode, SyntaxNode>> SumTail = Of(TokenKind.Plus).Or(Of(TokenKind.Minus)).Then(
        Operand,
        static (sign, right) => (Func<SyntaxNode, SyntaxNode>)(left => new ArithmeticSyntax(sign.Kind == TokenKind.Plus, left, right)));

    private static readonly Parser<SyntaxToken, SyntaxNode> Sum = Group.Or(PlainOperand).Bind(static left => left.CanBeOperand
        ? SumTail.Optional().Select(tail => tail.HasValue ? tail.Value(left) : left)
        : Parser<SyntaxToken>.Return(left));

    private static readonly Parser<SyntaxToken, UpdateActionSyntax> SetAction = Map(
        static (path, value) => new UpdateActionSyntax(UpdateActionKind.Set, path, value), AttributePath.Before(Of(TokenKind.Equal)), Sum);

    private static readonly Parser<SyntaxToken, UpdateActionSyntax> RemoveAction =
        AttributePath.Select(static path => new UpdateActionSyntax(UpdateActionKind.Remove, path, null));

    private static readonly Parser<SyntaxToken, IEnumerable<UpdateActionSyntax>> Section = OneOf(
        Clause(TokenKind.Set, SetAction),
        Clause(TokenKind.Remove, RemoveAction),
        Clause(TokenKind.Add, ValueAction(UpdateActionKind.Add)),
        Clause(TokenKind.Delete, ValueAction(UpdateActionKind.Delete)));

    /// <summary>A whole expression.</summary>
    public static readonly Parser<SyntaxToken, UpdateSyntax> Expression =
        Sequence(Section).Before(Of(TokenKind.End))
            .Select(static sections => new UpdateSyntax([.. sections.SelectMany(static actions => actions)]));

    private static Parser<SyntaxToken, UpdateActionSyntax> ValueAction(UpdateActionKind kind) =>
        Map((path, value) => new UpdateActionSyntax(kind, path, value), AttributePath, Value);

    private static Parser<SyntaxToken, IEnumerable<UpdateActionSyntax>> Clause(
        TokenKind keyword, Parser<SyntaxToken, UpdateActionSyntax> action) =>
        Of(keyword).Then(action.SeparatedAtLeastOnce(Of(TokenKind.Comma)));
}
