using System.Globalization;
using Pidgin;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.Syntax;
using static Pidgin.Parser;
using static RustStack.Expressions.PartiQl.Parsing.StatementTerms;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>The grammar of what stands where a value is expected: document paths, values and function calls.</summary>
internal static class TermGrammar
{
    private static readonly Parser<StatementToken, PathStep> FirstStep = Name().Select(static name => new PathStep(name, 0));

    private static readonly Parser<StatementToken, PathStep> DotStep =
        Of(StatementTokenKind.Dot).Then(FirstStep.Labelled(SyntaxErrorText.NoPathPart));

    private static readonly Parser<StatementToken, PathStep> BracketStep = Of(StatementTokenKind.OpenBracket)
        .Then(OneOf(
            Parser<StatementToken>.Token(IsIndex).Select(static token => new PathStep(null, Index(token.Text))),
            Of(StatementTokenKind.String).Select(static token => new PathStep(token.Text, 0))))
        .Before(Of(StatementTokenKind.CloseBracket, SyntaxErrorText.NoCloseBracket));

    private static readonly Parser<StatementToken, IEnumerable<PathStep>> LaterSteps = Sequence(DotStep.Or(BracketStep));

    /// <summary>A name followed by names and indexes.</summary>
    public static readonly Parser<StatementToken, PathSyntax> AttributePath = Map(
        static (first, later) => new PathSyntax(later.HasValue ? [first, .. later.Value] : [first]), FirstStep, LaterSteps.Optional());

    /// <summary>A path where nothing else may stand.</summary>
    public static readonly Parser<StatementToken, PathSyntax> Target = Map(
        static (first, later) => new PathSyntax(later.HasValue ? [first, .. later.Value] : [first]),
        FirstStep.Labelled(SyntaxErrorText.NoPath),
        LaterSteps.Optional());

    /// <summary>A term, in parentheses or not.</summary>
    public static readonly Parser<StatementToken, SyntaxNode> Term = Rec(static () => OneOf(InParentheses!, PlainTerm!));

    private static readonly Parser<StatementToken, SyntaxNode> Function =
        Map<StatementToken, StatementToken, IReadOnlyList<SyntaxNode>, SyntaxNode>(
            static (name, operands) => new FunctionSyntax(name.Text.ToLowerInvariant(), operands),
            Of(StatementTokenKind.Function),
            Enclosed(StatementTokenKind.Open, Term, StatementTokenKind.Close, SyntaxErrorText.NoClose));

    /// <summary>A term that does not begin with a parenthesis.</summary>
    public static readonly Parser<StatementToken, SyntaxNode> PlainTerm = OneOf(
        Function, ValueGrammar.Value.Select<SyntaxNode>(static value => value), AttributePath.Select<SyntaxNode>(static path => path));

    private static readonly Parser<StatementToken, SyntaxNode> InParentheses =
        Term.Between(Of(StatementTokenKind.Open), Of(StatementTokenKind.Close, SyntaxErrorText.NoClose));

    private static bool IsIndex(StatementToken token) =>
        token.Kind == StatementTokenKind.Number && !token.Text.AsSpan().ContainsAnyExceptInRange('0', '9');

    // No list has that many elements: what is beyond is not there.
    private static int Index(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : int.MaxValue;
}
