using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Writes the route table: one list for each method and level, most specific route first.</summary>
internal static class RouteTableEmitter
{
    /// <summary>The source of <c>S3RouteTable</c>.</summary>
    public static string Emit(SmithyModel model)
    {
        Route[] routes = [.. model.Operations.Select(Route.Of)];
        SourceWriter output = new();
        output.Line("using RustStack.S3.Routing;");
        output.Line();
        output.Line($"namespace {S3Generator.Namespace};");
        output.Line();
        output.Line("/// <summary>The routes of every operation in the model.</summary>");
        output.Block("internal static class S3RouteTable", () =>
        {
            EmitSubResources(output, routes, "Bucket");
            EmitSubResources(output, routes, "Object");
            IGrouping<string, Route>[] groups = [.. routes.GroupBy(Group).OrderBy(static group => group.Key, StringComparer.Ordinal)];
            foreach (IGrouping<string, Route> group in groups) EmitGroup(output, group);
            output.Line("/// <summary>The routes of a method at a level, most specific first; maybe none.</summary>");
            output.Block("public static S3Route[] Find(S3Level level, string method) => (level, method) switch", () =>
            {
                foreach (IGrouping<string, Route> group in groups)
                {
                    Route first = group.First();
                    output.Line($"(S3Level.{first.Level}, \"{first.Method}\") => {group.Key},");
                }

                output.Line("_ => [],");
            }, "};");
        });
        return output.ToString();
    }

    private static string Group(Route route) => route.Level + char.ToUpperInvariant(route.Method[0]) + route.Method[1..].ToLowerInvariant();

    private static void EmitSubResources(SourceWriter output, Route[] routes, string level)
    {
        IEnumerable<string> names = routes.Where(route => route.Level == level).SelectMany(static route => route.SubResources);
        string list = string.Join(", ", names.Distinct().Order(StringComparer.Ordinal).Select(Names.Literal));
        output.Line($"/// <summary>The sub-resources of {(level == "Bucket" ? "a bucket" : "an object")}.</summary>");
        output.Line($"public static readonly string[] {level}SubResources = [{list}];");
        output.Line();
    }

    private static void EmitGroup(SourceWriter output, IGrouping<string, Route> group)
    {
        output.Line($"private static readonly S3Route[] {group.Key} =");
        output.Line("[");
        IEnumerable<Route> ordered = group
            .OrderBy(static route => route.Literals.Count == 0 ? 1 : 0)
            .ThenBy(static route => route.Literals.Count == 0 ? 0 : Overrides.Rank(route.Literals[0].Key))
            .ThenByDescending(static route => route.Specificity)
            .ThenBy(static route => route.Operation, StringComparer.Ordinal);
        foreach (Route route in ordered) output.Line("    " + Row(route, group));
        output.Line("];");
        output.Line();
    }

    private static string Row(Route route, IEnumerable<Route> group)
    {
        bool isAlone = route.SubResources.Any() && group.Count(other => other.Literals.SequenceEqual(route.Literals)) == 1;
        List<string> arguments = [Names.Literal(route.Operation)];
        if (route.Path is not null) arguments.Add($"path: {Names.Literal(route.Path)}");
        if (route.Literals.Count > 0) arguments.Add($"literals: [{string.Join(", ", route.Literals.Select(Literal))}]");
        if (!isAlone && route.Queries.Count > 0) arguments.Add($"queries: [{string.Join(", ", route.Queries.Select(Names.Literal))}]");
        if (!isAlone && route.Headers.Count > 0) arguments.Add($"headers: [{string.Join(", ", route.Headers.Select(Names.Literal))}]");
        return $"new({string.Join(", ", arguments)}),";
    }

    private static string Literal(KeyValuePair<string, string?> literal) =>
        $"new({Names.Literal(literal.Key)}, {(literal.Value is null ? "null" : Names.Literal(literal.Value))})";
}
