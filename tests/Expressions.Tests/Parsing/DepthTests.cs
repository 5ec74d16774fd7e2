using RustStack.Expressions.PartiQl;

namespace RustStack.Expressions.Tests.Parsing;

/// <summary>Parsing, binding and evaluating recurse: the deepest text that is let through takes a part of a thread's stack.</summary>
public sealed class DepthTests
{
    /// <summary>Half of what glibc gives a thread where the system sets no limit; usually it is 8 MiB.</summary>
    private const int StackBytes = 1024 * 1024;

    private static readonly string[] Openings = ["(", "NOT ", "NOT (", "(a = :a OR ", "size(", "(a", "(:a = ", "a IN (", "a BETWEEN (", "(NOT ", "contains("];

    public static TheoryData<string, string> Expressions { get; } =
        [.. Openings.SelectMany(static opening => (string[])["a = :a", "a", ""], static (opening, core) => (opening, core))];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void DeepestCondition_LeavesStack(string opening, string core)
    {
        ExpressionCompiler compiler = new();
        for (int depth = ExpressionLimits.MaxNesting - 2; depth <= ExpressionLimits.MaxNesting + 1; depth++)
        {
            foreach (string closing in (string[])[")", ""])
            {
                string text = Nested(opening, core, closing, depth);
                OnSmallStack(() =>
                {
                    var compiled = compiler.CompileCondition(text, ExpressionKind.FilterExpression, Data.Bindings((":a", Data.S("a"))));
                    compiled.Value?.Matches(Data.Item(("a", Data.S("a"))));
                    compiler.CompileUpdate("SET a = " + text, Data.Bindings((":a", Data.S("a"))));
                    compiler.CompileProjection(text, Data.Bindings());
                });
            }
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT (", ")")]
    [InlineData("NOT ", "")]
    [InlineData("[", "]")]
    [InlineData("{'a':", "}")]
    [InlineData("<<", ">>")]
    [InlineData("size(", ")")]
    [InlineData("x IN [", "]")]
    public void DeepestStatement_LeavesStack(string opening, string closing)
    {
        StatementCompiler compiler = new();
        for (int depth = 1; depth < 320; depth++)
        {
            string text = Nested(opening, "1", closing, depth);
            OnSmallStack(() =>
            {
                compiler.Compile("SELECT * FROM t WHERE " + text, null);
                compiler.Compile("INSERT INTO t VALUE " + text, null);
                compiler.Compile("UPDATE t SET a = " + text + " WHERE pk = 1", null);
            });
        }
    }

    private static string Nested(string opening, string core, string closing, int depth)
    {
        string text = string.Concat(Enumerable.Repeat(opening, depth / Math.Max(1, opening.Split('(', 'N').Length - 1)));
        return text + core + (closing.Length == 0 ? "" : string.Concat(Enumerable.Repeat(closing, depth)));
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(action), StackBytes);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
