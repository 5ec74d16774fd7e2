using Pidgin;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Syntax;
using static Pidgin.Parser;
using static RustStack.Expressions.PartiQl.Parsing.StatementTerms;
using static RustStack.Expressions.PartiQl.Parsing.TermGrammar;
using static RustStack.Expressions.PartiQl.Parsing.WhereGrammar;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>
/// The grammar of statements
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html).
/// </summary>
internal static class StatementGrammar
{
    // A parenthesis after a table's name is out of place, but makes the name no function.
    private static readonly Parser<StatementToken, SourceSyntax> Source = Map(
        static (table, index) => new SourceSyntax(table, index.HasValue ? index.Value : null),
        Name().Or(Of(StatementTokenKind.Function).Select(static token => token.Text)).Labelled(SyntaxErrorText.NoPath),
        Of(StatementTokenKind.Dot).Then(Name().Labelled(SyntaxErrorText.NoPathPart)).Optional());

    private static readonly Parser<StatementToken, IReadOnlyList<PathSyntax>> Columns =
        OneOf(Of(StatementTokenKind.Star).Select<IReadOnlyList<PathSyntax>>(static _ => []), List(AttributePath));

    private static readonly Parser<StatementToken, bool> Direction =
        OneOf(Word("ASC").ThenReturn(false), Word("DESC").ThenReturn(true), Parser<StatementToken>.Return(false));

    private static readonly Parser<StatementToken, IReadOnlyList<OrderSyntax>?> Order = Maybe(
        Word("ORDER").Then(Word("BY", SyntaxErrorText.NoBy)).Then(List(
            Map(static (path, isDescending) => new OrderSyntax(path, isDescending), AttributePath, Direction))));

    private static readonly Parser<StatementToken, SelectSyntax> Select = Map(
        static (columns, source, where, order) => new SelectSyntax(columns, source, where, order ?? []),
        Word("SELECT").Then(Columns).Before(Word("FROM", SyntaxErrorText.NoFromAfterSelect)),
        Source,
        Where,
        Order);

    private static readonly Parser<StatementToken, ExistsSyntax> Exists = Parser<StatementToken>.Token(IsExists)
        .Then(Of(StatementTokenKind.Open))
        .Then(Select)
        .Before(Of(StatementTokenKind.Close, SyntaxErrorText.NoClose))
        .Select(static select => new ExistsSyntax(select));

    private static readonly Parser<StatementToken, InsertSyntax> Insert = Map(
        static (source, item) => new InsertSyntax(source, item),
        Word("INSERT").Then(Word("INTO", SyntaxErrorText.UnexpectedKeyword)).Then(Source),
        Word("VALUE").Then(ValueGrammar.Value));

    private static readonly Parser<StatementToken, Returning> ReturningWhat = OneOf(
        Word("ALL", SyntaxErrorText.NoReturning).Then(Age(Returning.AllOld, Returning.AllNew)),
        Word("MODIFIED", SyntaxErrorText.NoReturning).Then(Age(Returning.ModifiedOld, Returning.ModifiedNew)));

    private static readonly Parser<StatementToken, Returning?> WithReturning =
        Word("RETURNING").Then(ReturningWhat.Before(Of(StatementTokenKind.Star, SyntaxErrorText.NoReturning))).Optional()
            .Select(static found => found.HasValue ? found.Value : (Returning?)null);

    private static readonly Parser<StatementToken, SyntaxNode> Sum = Term.Then(
        Map(
            static (sign, right) => (IsSum: sign.Kind == StatementTokenKind.Plus, Right: right),
            Of(StatementTokenKind.Plus).Or(Of(StatementTokenKind.Minus)),
            Term).Optional(),
        static (left, tail) => tail.HasValue ? new ArithmeticSyntax(tail.Value.IsSum, left, tail.Value.Right) : left);

    private static readonly Parser<StatementToken, UpdateActionSyntax> Assignment = Map(
        static (path, value) => new UpdateActionSyntax(UpdateActionKind.Set, path, value),
        Target.Before(Of(StatementTokenKind.Equal, SyntaxErrorText.NoAssignment)),
        Sum);

    private static readonly Parser<StatementToken, IReadOnlyList<UpdateActionSyntax>> Section = OneOf(
        Word("SET", SyntaxErrorText.NoStatement).Then(List(Assignment)),
        Word("REMOVE", SyntaxErrorText.NoStatement).Then(Target).Select<IReadOnlyList<UpdateActionSyntax>>(
            static path => [new UpdateActionSyntax(UpdateActionKind.Remove, path, null)]));

    private static readonly Parser<StatementToken, IReadOnlyList<UpdateActionSyntax>> Sections =
        Section.Then(
            Sequence(Section).Optional(),
            static (first, more) => (IReadOnlyList<UpdateActionSyntax>)(more.HasValue ? [.. first, .. more.Value.SelectMany(static s => s)] : first));

    private static readonly Parser<StatementToken, ChangeSyntax> Change = Map(
        static (source, actions, where, returning) => new ChangeSyntax(source, actions, where, returning),
        Word("UPDATE").Then(Source),
        Sections,
        Where,
        WithReturning);

    private static readonly Parser<StatementToken, DeleteSyntax> Delete = Map(
        static (source, where, returning) => new DeleteSyntax(source, where, returning),
        Word("DELETE").Then(Word("FROM", SyntaxErrorText.NoFromAfterDelete)).Then(Source),
        Where,
        WithReturning);

    /// <summary>A whole statement.</summary>
    public static readonly Parser<StatementToken, StatementSyntax> Statement = OneOf(
        Select.Select<StatementSyntax>(static select => select),
        Insert.Select<StatementSyntax>(static insert => insert),
        Change.Select<StatementSyntax>(static change => change),
        Delete.Select<StatementSyntax>(static delete => delete),
        Exists.Select<StatementSyntax>(static exists => exists))
        .Before(Of(StatementTokenKind.Semicolon).Optional())
        .Before(Of(StatementTokenKind.End, SyntaxErrorText.LeftOver));

    private static bool IsExists(StatementToken token) =>
        token.Kind == StatementTokenKind.Function && token.Text.Equals("EXISTS", StringComparison.OrdinalIgnoreCase);

    private static Parser<StatementToken, Returning> Age(Returning old, Returning @new) =>
        OneOf(Word("OLD").ThenReturn(old), Word("NEW").ThenReturn(@new)).Labelled(SyntaxErrorText.NoReturning);
}
