using Pidgin;
using RustStack.Expressions.Syntax;
using static Pidgin.Parser;
using static RustStack.Expressions.Parsing.OperandGrammar;

namespace RustStack.Expressions.Parsing;

/// <summary>
/// The grammar of conditions, filters and key conditions: OR binds weakest, then AND, NOT, comparisons. A parenthesis may open a
/// condition or an operand; what came out of it decides how the text may go on.
/// </summary>
internal static class ConditionGrammar
{
    private static readonly Parser<SyntaxToken, SyntaxNode> Group =
        Rec(static () => AnyCondition!).Between(Of(TokenKind.Open), Of(TokenKind.Close));

    private static readonly Parser<SyntaxToken, ComparisonOperator> Comparator = OneOf(
        Of(TokenKind.Equal).ThenReturn(ComparisonOperator.Equal),
        Of(TokenKind.NotEqual).ThenReturn(ComparisonOperator.NotEqual),
        Of(TokenKind.Less).ThenReturn(ComparisonOperator.Less),
        Of(TokenKind.LessOrEqual).ThenReturn(ComparisonOperator.LessOrEqual),
        Of(TokenKind.Greater).ThenReturn(ComparisonOperator.Greater),
        Of(TokenKind.GreaterOrEqual).ThenReturn(ComparisonOperator.GreaterOrEqual));

    private static readonly Parser<SyntaxToken, Func<SyntaxNode, SyntaxNode>> ComparisonTail = Comparator.Then(
        Operand, static (comparator, right) => (Func<SyntaxNode, SyntaxNode>)(left => new ComparisonSyntax(comparator, left, right)));

    private static readonly Parser<SyntaxToken, Func<SyntaxNode, SyntaxNode>> BetweenTail = Of(TokenKind.Between).Then(
        Operand.Before(Of(TokenKind.And)).Then(
            Operand, static (lower, upper) => (Func<SyntaxNode, SyntaxNode>)(operand => new BetweenSyntax(operand, lower, upper))));

    private static readonly Parser<SyntaxToken, Func<SyntaxNode, SyntaxNode>> InTail = Of(TokenKind.In).Then(
        Operands.Between(Of(TokenKind.Open), Of(TokenKind.Close)).Select(
            static candidates => (Func<SyntaxNode, SyntaxNode>)(operand => new InSyntax(operand, candidates))));

    private static readonly Parser<SyntaxToken, Func<SyntaxNode, SyntaxNode>> Tail = OneOf(ComparisonTail, BetweenTail, InTail);

    private static readonly Parser<SyntaxToken, SyntaxNode> Comparison = Group.Or(PlainOperand).Bind(static left => left.CanBeOperand
        ? Tail.Optional().Select(tail => tail.HasValue ? tail.Value(left) : left)
        : Parser<SyntaxToken>.Return(left));

    private static readonly Parser<SyntaxToken, SyntaxNode> Negation = Rec(static () => OneOf(Negated!, Comparison));

    private static readonly Parser<SyntaxToken, SyntaxNode> Negated =
        Of(TokenKind.Not).Then(Condition(Negation)).Select<SyntaxNode>(static part => new NotSyntax(part));

    private static readonly Parser<SyntaxToken, SyntaxNode> Conjunction = Joined(Negation, TokenKind.And, isAnd: true);

    private static readonly Parser<SyntaxToken, SyntaxNode> AnyCondition = Joined(Conjunction, TokenKind.Or, isAnd: false);

    /// <summary>A whole expression.</summary>
    public static readonly Parser<SyntaxToken, SyntaxNode> Expression = Condition(AnyCondition).Before(Of(TokenKind.End));

    private static Parser<SyntaxToken, SyntaxNode> Condition(Parser<SyntaxToken, SyntaxNode> rule) =>
        rule.Bind(static node => node.CanBeCondition ? Parser<SyntaxToken>.Return(node) : Parser<SyntaxToken>.Fail<SyntaxNode>());

    private static Parser<SyntaxToken, SyntaxNode> Joined(Parser<SyntaxToken, SyntaxNode> part, TokenKind joint, bool isAnd)
    {
        Parser<SyntaxToken, Maybe<IEnumerable<SyntaxNode>>> more = Sequence(Of(joint).Then(Condition(part))).Optional();
        return part.Bind(first => first.CanBeCondition
            ? more.Select(others => others.HasValue ? new LogicalSyntax(isAnd, [first, .. others.Value]) : first)
            : Parser<SyntaxToken>.Return(first));
    }
}
