using RustStack.Expressions.Errors;
using RustStack.Expressions.Syntax;

namespace RustStack.Expressions.Paths;

/// <summary>Replaces the placeholders of a document path by the names that they stand for.</summary>
internal static class PathBinder
{
    /// <summary>Binds a path.</summary>
    /// <param name="syntax">The path as written.</param>
    /// <param name="bindings">The names.</param>
    /// <param name="error">What is wrong, when there is no path.</param>
    /// <returns>The path, or null.</returns>
    public static DocumentPath? Bind(PathSyntax syntax, ExpressionBindings bindings, out string? error)
    {
        error = syntax.Steps.Length > ExpressionLimits.MaxPathDepth ? ExpressionErrors.PathTooDeep(syntax.Steps.Length) : null;
        if (error is not null) return null;
        string? root = null;
        PathElement[] rest = syntax.Steps.Length == 1 ? [] : new PathElement[syntax.Steps.Length - 1];
        for (int i = 0; i < syntax.Steps.Length; i++)
        {
            PathStep step = syntax.Steps[i];
            string? name = step.IsPlaceholder ? bindings.ResolveName(step.Name!) : step.Name;
            if (step.IsPlaceholder && name is null)
            {
                error = ExpressionErrors.UndefinedName(step.Name!);
                return null;
            }

            if (i == 0) root = name;
            else rest[i - 1] = new(name, step.Index);
        }

        return new(root!, rest);
    }
}
