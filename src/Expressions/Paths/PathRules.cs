using RustStack.Expressions.Errors;

namespace RustStack.Expressions.Paths;

/// <summary>The paths of one projection or update must lead to different places.</summary>
internal static class PathRules
{
    /// <summary>Finds two paths of which one begins with the other, else two that disagree about map or list.</summary>
    public static string? Check(IReadOnlyList<DocumentPath> paths)
    {
        string? conflict = null;
        Dictionary<string, List<DocumentPath>> byRoot = new(StringComparer.Ordinal);
        foreach (DocumentPath path in paths)
        {
            if (!byRoot.TryGetValue(path.Root, out List<DocumentPath>? earlier)) byRoot.Add(path.Root, earlier = []);
            foreach (DocumentPath other in earlier)
            {
                switch (Relate(other, path))
                {
                    case Relation.Overlap: return ExpressionErrors.PathsOverlap(other, path);
                    case Relation.Conflict: conflict ??= ExpressionErrors.PathsConflict(other, path); break;
                    default: break;
                }
            }

            earlier.Add(path);
        }

        return conflict;
    }

    private static Relation Relate(DocumentPath one, DocumentPath two)
    {
        int common = Math.Min(one.Rest.Length, two.Rest.Length);
        for (int i = 0; i < common; i++)
        {
            if (one.Rest[i].Name is null != two.Rest[i].Name is null) return Relation.Conflict;
            if (one.Rest[i] != two.Rest[i]) return Relation.Apart;
        }

        return Relation.Overlap;
    }

    private enum Relation
    {
        Apart,
        Overlap,
        Conflict,
    }
}
