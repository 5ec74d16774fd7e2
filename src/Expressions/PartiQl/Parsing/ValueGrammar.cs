using Pidgin;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;
using static Pidgin.Parser;
using static RustStack.Expressions.PartiQl.Parsing.StatementTerms;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>The grammar of values: literals, lists, maps, sets and question marks.</summary>
internal static class ValueGrammar
{
    private static readonly Parser<StatementToken, ValueSyntax> Text =
        Of(StatementTokenKind.String).Select<ValueSyntax>(static token => new ConstantSyntax(new StringValue(token.Text)));

    private static readonly Parser<StatementToken, ValueSyntax> Number =
        Of(StatementTokenKind.Number).Select<ValueSyntax>(static token => ConstantSyntax.OfNumber(token.Text));

    private static readonly Parser<StatementToken, ValueSyntax> SignedNumber = OneOf(
        Of(StatementTokenKind.Minus).Then(Of(StatementTokenKind.Number))
            .Select<ValueSyntax>(static token => ConstantSyntax.OfNumber("-" + token.Text)),
        Of(StatementTokenKind.Plus).Then(Number));

    private static readonly Parser<StatementToken, ValueSyntax> Word = OneOf(
        Constant("TRUE", BooleanValue.True),
        Constant("FALSE", BooleanValue.False),
        Constant("NULL", NullValue.Instance),
        StatementTerms.Word("MISSING").Select<ValueSyntax>(static _ => new MissingSyntax()));

    private static readonly Parser<StatementToken, ValueSyntax> Parameter =
        Of(StatementTokenKind.Parameter).Select<ValueSyntax>(static token => new ParameterSyntax(token.Ordinal));

    private static readonly Parser<StatementToken, ValueSyntax> Inner = Rec(static () => Value!);

    private static readonly Parser<StatementToken, ValueSyntax> ListValue =
        Enclosed(StatementTokenKind.OpenBracket, Inner, StatementTokenKind.CloseBracket, SyntaxErrorText.NoCloseBracket)
            .Select<ValueSyntax>(static elements => new ListSyntax(elements));

    private static readonly Parser<StatementToken, ValueSyntax> SetValue =
        Enclosed(StatementTokenKind.OpenSet, Inner, StatementTokenKind.CloseSet, SyntaxErrorText.NoCloseSet)
            .Select<ValueSyntax>(static elements => new SetSyntax(elements));

    private static readonly Parser<StatementToken, KeyValuePair<string, ValueSyntax>> Entry = Map(
        static (name, value) => KeyValuePair.Create(name.Text, value),
        Of(StatementTokenKind.String).Or(Of(StatementTokenKind.QuotedIdentifier)).Before(
            Of(StatementTokenKind.Colon, SyntaxErrorText.NoColon)),
        Inner);

    private static readonly Parser<StatementToken, ValueSyntax> MapValue =
        Enclosed(StatementTokenKind.OpenBrace, Entry, StatementTokenKind.CloseBrace, SyntaxErrorText.NoCloseBrace)
            .Select<ValueSyntax>(static entries => new MapSyntax(entries));

    /// <summary>A value.</summary>
    public static readonly Parser<StatementToken, ValueSyntax> Value =
        OneOf(Text, Number, SignedNumber, Word, Parameter, ListValue, SetValue, MapValue);

    private static Parser<StatementToken, ValueSyntax> Constant(string word, AttributeValue value) =>
        StatementTerms.Word(word).Select<ValueSyntax>(_ => new ConstantSyntax(value));
}
