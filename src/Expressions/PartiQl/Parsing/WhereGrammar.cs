using Pidgin;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;
using static Pidgin.Parser;
using static RustStack.Expressions.PartiQl.Parsing.StatementTerms;
using static RustStack.Expressions.PartiQl.Parsing.TermGrammar;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>
/// The grammar of WHERE: OR binds weakest, then AND, NOT, comparisons. What it makes of PartiQL's own operators are the functions and
/// comparisons of DynamoDB's expressions.
/// </summary>
internal static class WhereGrammar
{
    private static readonly Parser<StatementToken, SyntaxNode> Group = Rec(static () => AnyCondition!)
        .Between(Of(StatementTokenKind.Open), Of(StatementTokenKind.Close, SyntaxErrorText.NoClose));

    private static readonly Parser<StatementToken, ComparisonOperator> Comparator = OneOf(
        Of(StatementTokenKind.Equal).ThenReturn(ComparisonOperator.Equal),
        Of(StatementTokenKind.NotEqual).ThenReturn(ComparisonOperator.NotEqual),
        Of(StatementTokenKind.Less).ThenReturn(ComparisonOperator.Less),
        Of(StatementTokenKind.LessOrEqual).ThenReturn(ComparisonOperator.LessOrEqual),
        Of(StatementTokenKind.Greater).ThenReturn(ComparisonOperator.Greater),
        Of(StatementTokenKind.GreaterOrEqual).ThenReturn(ComparisonOperator.GreaterOrEqual));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> ComparisonTail = Comparator.Then(
        Term, static (comparator, right) => (Func<SyntaxNode, SyntaxNode>)(left => Compare(comparator, left, right)));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> BetweenTail = Word("BETWEEN").Then(
        Term.Before(Word("AND", "Expected AND")).Then(
            Term, static (lower, upper) => (Func<SyntaxNode, SyntaxNode>)(operand => new BetweenSyntax(operand, lower, upper))));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> InTail = Word("IN").Then(OneOf(
        Enclosed(StatementTokenKind.OpenBracket, Term, StatementTokenKind.CloseBracket, SyntaxErrorText.NoCloseBracket),
        Enclosed(StatementTokenKind.Open, Term, StatementTokenKind.Close, SyntaxErrorText.NoClose),
        Enclosed(StatementTokenKind.OpenSet, Term, StatementTokenKind.CloseSet, SyntaxErrorText.NoCloseSet)))
        .Select(static candidates => (Func<SyntaxNode, SyntaxNode>)(operand => new InSyntax(operand, candidates)));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> NotTail = Word("NOT").Then(OneOf(BetweenTail, InTail))
        .Select(static tail => (Func<SyntaxNode, SyntaxNode>)(operand => new NotSyntax(tail(operand))));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> TypeTail = OneOf(
        Word("MISSING").Select(static _ => Tail(FunctionNames.AttributeNotExists)),
        OfType("NULL", AttributeType.NULL),
        OfType("STRING", AttributeType.S),
        OfType("BOOLEAN", AttributeType.BOOL),
        OfType("BOOL", AttributeType.BOOL),
        OfType("DECIMAL", AttributeType.N),
        OfType("NUMERIC", AttributeType.N),
        OfType("LIST", AttributeType.L),
        OfType("STRUCT", AttributeType.M),
        OfType("TUPLE", AttributeType.M),
        OfType("BLOB", AttributeType.B)).Labelled(SyntaxErrorText.NoType);

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> IsTail = Word("IS").Then(OneOf(
        Word("NOT").Then(TypeTail).Select(static tail => (Func<SyntaxNode, SyntaxNode>)(operand => new NotSyntax(tail(operand)))),
        TypeTail));

    private static readonly Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> AnyTail =
        OneOf(ComparisonTail, BetweenTail, InTail, NotTail, IsTail);

    private static readonly Parser<StatementToken, SyntaxNode> Comparison = Group.Or(PlainTerm).Bind(static left => left.CanBeOperand
        ? AnyTail.Optional().Select(tail => tail.HasValue ? tail.Value(left) : left)
        : Parser<StatementToken>.Return(left));

    private static readonly Parser<StatementToken, SyntaxNode> Negation = Rec(static () => OneOf(Negated!, Comparison));

    private static readonly Parser<StatementToken, SyntaxNode> Negated =
        Word("NOT").Then(Condition(Negation)).Select<SyntaxNode>(static part => new NotSyntax(part));

    private static readonly Parser<StatementToken, SyntaxNode> Conjunction = Joined(Negation, "AND", isAnd: true);

    private static readonly Parser<StatementToken, SyntaxNode> AnyCondition = Joined(Conjunction, "OR", isAnd: false);

    /// <summary>A condition with its WHERE, or nothing.</summary>
    public static readonly Parser<StatementToken, SyntaxNode?> Where = Maybe(Word("WHERE").Then(Condition(AnyCondition)));

    private static SyntaxNode Compare(ComparisonOperator comparator, SyntaxNode left, SyntaxNode right) => (left, comparator, right) switch
    {
        (not MissingSyntax, ComparisonOperator.Equal, MissingSyntax) => Tail(FunctionNames.AttributeNotExists)(left),
        (not MissingSyntax, ComparisonOperator.NotEqual, MissingSyntax) => Tail(FunctionNames.AttributeExists)(left),
        _ => new ComparisonSyntax(comparator, left, right),
    };

    private static Func<SyntaxNode, SyntaxNode> Tail(string function) => operand => new FunctionSyntax(function, [operand]);

    private static Parser<StatementToken, Func<SyntaxNode, SyntaxNode>> OfType(string word, AttributeType type) => Word(word).Select(
        _ => (Func<SyntaxNode, SyntaxNode>)(operand =>
            new FunctionSyntax(FunctionNames.AttributeType, [operand, new ConstantSyntax(new StringValue(type.ToName()))])));

    private static Parser<StatementToken, SyntaxNode> Condition(Parser<StatementToken, SyntaxNode> rule) => rule.Bind(static node =>
        node.CanBeCondition ? Parser<StatementToken>.Return(node) : Parser<StatementToken>.Fail<SyntaxNode>());

    private static Parser<StatementToken, SyntaxNode> Joined(Parser<StatementToken, SyntaxNode> part, string word, bool isAnd)
    {
        Parser<StatementToken, Maybe<IEnumerable<SyntaxNode>>> more = Sequence(Word(word).Then(Condition(part))).Optional();
        return part.Bind(first => first.CanBeCondition
            ? more.Select(others => others.HasValue ? new LogicalSyntax(isAnd, [first, .. others.Value]) : first)
            : Parser<StatementToken>.Return(first));
    }
}
