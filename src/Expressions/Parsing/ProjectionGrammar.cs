using Pidgin;
using RustStack.Expressions.Syntax;
using static RustStack.Expressions.Parsing.OperandGrammar;

namespace RustStack.Expressions.Parsing;

/// <summary>The grammar of projections: paths with commas between them.</summary>
internal static class ProjectionGrammar
{
    /// <summary>A whole expression.</summary>
    public static readonly Parser<SyntaxToken, ProjectionSyntax> Expression =
        AttributePath.SeparatedAtLeastOnce(Of(TokenKind.Comma)).Before(Of(TokenKind.End))
            .Select(static paths => new ProjectionSyntax([.. paths]));
}
