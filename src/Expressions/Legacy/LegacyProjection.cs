using RustStack.Expressions.Paths;
using RustStack.Expressions.Projections;

namespace RustStack.Expressions.Legacy;

/// <summary>Compiles <c>AttributesToGet</c> onto the same projection that expressions give.</summary>
public static class LegacyProjection
{
    /// <summary>Compiles the parameter.</summary>
    /// <param name="attributesToGet">The top-level attributes asked for.</param>
    /// <returns>The projection, or AWS's error.</returns>
    public static ExpressionResult<Projection> Compile(IReadOnlyList<string> attributesToGet)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        List<DocumentPath> paths = new(attributesToGet.Count);
        foreach (string name in attributesToGet)
        {
            if (!known.Add(name)) return new(LegacyErrors.RepeatedName(name));
            paths.Add(new(name, []));
        }

        return new(new Projection(paths));
    }
}
