using Pidgin;
using static Pidgin.Parser;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>What the grammars of statements are made of. Every rule decides by its next token and never steps back.</summary>
internal static class StatementTerms
{
    /// <summary>One token of a kind.</summary>
    public static Parser<StatementToken, StatementToken> Of(StatementTokenKind kind) =>
        Parser<StatementToken>.Token(token => token.Kind == kind);

    /// <summary>One token of a kind; what is said when there is another.</summary>
    public static Parser<StatementToken, StatementToken> Of(StatementTokenKind kind, string otherwise) => Of(kind).Labelled(otherwise);

    /// <summary>One reserved word.</summary>
    public static Parser<StatementToken, StatementToken> Word(string word) => Parser<StatementToken>.Token(token => token.Is(word));

    /// <summary>One reserved word; what is said when there is another token.</summary>
    public static Parser<StatementToken, StatementToken> Word(string word, string otherwise) => Word(word).Labelled(otherwise);

    /// <summary>A name, in quotes or not.</summary>
    public static Parser<StatementToken, string> Name() =>
        Of(StatementTokenKind.Identifier).Or(Of(StatementTokenKind.QuotedIdentifier)).Select(static token => token.Text);

    /// <summary>A rule once or more, with nothing in between.</summary>
    public static Parser<StatementToken, IEnumerable<T>> Sequence<T>(Parser<StatementToken, T> rule) =>
        rule.SeparatedAtLeastOnce(Parser<StatementToken>.Return(Unit.Value));

    /// <summary>A rule once or more, with commas in between.</summary>
    public static Parser<StatementToken, IReadOnlyList<T>> List<T>(Parser<StatementToken, T> rule) =>
        rule.SeparatedAtLeastOnce(Of(StatementTokenKind.Comma)).Select<IReadOnlyList<T>>(static elements => [.. elements]);

    /// <summary>A rule, or not.</summary>
    public static Parser<StatementToken, T?> Maybe<T>(Parser<StatementToken, T> rule)
        where T : class => rule.Optional().Select(static found => found.HasValue ? found.Value : null);

    /// <summary>A rule between two tokens, or the two tokens with nothing in between.</summary>
    public static Parser<StatementToken, IReadOnlyList<T>> Enclosed<T>(
        StatementTokenKind open, Parser<StatementToken, T> rule, StatementTokenKind close, string otherwise) =>
        Of(open).Then(OneOf(
            Of(close).Select<IReadOnlyList<T>>(static _ => []),
            List(rule).Before(Of(close, otherwise))));
}
