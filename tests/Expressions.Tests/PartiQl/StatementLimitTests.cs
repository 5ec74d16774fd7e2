using RustStack.Expressions.PartiQl;
using static RustStack.Expressions.Tests.PartiQl.Statements;

namespace RustStack.Expressions.Tests.PartiQl;

public sealed class StatementLimitTests
{
    private const string Select = "SELECT * FROM t WHERE ";

    [Fact]
    public void MoreThan300Operators_AreRefused()
    {
        Assert.Null(Refuse(Select + string.Join(" or ", Enumerable.Repeat("a=1", 150))));
        Assert.Equal(
            "The expression contains too many operators; operator count: 301",
            Refuse(Select + string.Join(" or ", Enumerable.Repeat("a=1", 151))));
    }

    [Fact]
    public void MoreThan100InOperands_AreRefused()
    {
        string hundred = string.Join(",", Enumerable.Repeat("1", 100));
        Assert.Null(Refuse($"{Select}a IN [{hundred}]"));
        Assert.Equal(
            "The IN operator is provided with too many operands; number of operands: 101", Refuse($"{Select}a IN [{hundred},1]"));
    }

    [Fact]
    public void PathDeeperThan32_IsRefused()
    {
        string deepest = "a" + string.Concat(Enumerable.Repeat(".b[1]", 15)) + ".c";
        const string message = "The document path has too many nesting elements; nesting levels: 33";
        Assert.Null(Refuse($"{Select}{deepest} = 1"));
        Assert.Equal(message, Refuse($"{Select}{deepest}.d = 1"));
        Assert.Equal(message, Refuse($"SELECT {deepest}.d FROM t"));
        Assert.Equal(message, Refuse($"UPDATE t SET {deepest}.d = 1 WHERE pk = 1"));
    }

    [Theory]
    [InlineData("(", ")", 2000)]
    [InlineData("NOT ", "", 2000)]
    [InlineData("NOT(", ")", 1000)]
    [InlineData("(", "", 8000)]
    [InlineData("size(", ")", 1000)]
    [InlineData("b = [", "] AND a=1", 1000)]
    [InlineData("b = {'k':", "} AND a=1", 800)]
    [InlineData("b = <<", ">> AND a=1", 1000)]
    public void DeepNesting_IsRefusedWithoutRecursion(string open, string close, int levels)
    {
        string text = Select + string.Concat(Enumerable.Repeat(open, levels)) + "a=1" + string.Concat(Enumerable.Repeat(close, levels));

        Assert.Equal("The statement has too many nesting levels.", OnSmallStack(128, () => Refuse(text)));
    }

    [Theory]
    [InlineData("(", ")", "a=1", 100)]
    [InlineData("NOT (", ")", "a=1", 50)]
    [InlineData("a=1 AND (", ")", "a=1", 100)]
    [InlineData("NOT ", "", "a=1", 100)]
    [InlineData("NOT a=2 AND ", "", "a=1", 99)]
    [InlineData("(", ")", "a", 100)]
    public void DeepestAllowedNesting_FitsSmallStack(string open, string close, string inner, int levels)
    {
        string text = string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));
        if (inner == "a") text += " = 1";
        TestItem item = Data.Item(("a", Data.N("1")));

        Assert.NotNull(OnSmallStack(512, () => Where(text).Condition.Matches(item).ToString()));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{'k':", "}")]
    public void DeepestAllowedValue_FitsSmallStack(string open, string close)
    {
        string text = "INSERT INTO t VALUE {'v':" + string.Concat(Enumerable.Repeat(open, 39)) + "1" + string.Concat(Enumerable.Repeat(close, 39)) + "}";

        Assert.NotNull(OnSmallStack(512, () => Compile<InsertStatement>(text).TableName));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(3_100)]
    public void RandomText_NeverThrows(int seed)
    {
        Random random = new(seed);
        string[] pieces =
        [
            "SELECT", "*", "FROM", "t", "\"t\"", "WHERE", "a", "b.c", "[0]", "[", "]", ".", ",", "(", ")", "=", "<", ">", "<>", "!=", "<=", ">=",
            "+", "-", "?", "AND", "OR", "NOT", "BETWEEN", "IN", "IS", "MISSING", "NULL", "TRUE", "ORDER", "BY", "DESC", "INSERT", "INTO", "VALUE",
            "{", "}", "{'a':", "<<", ">>", "1", "'s'", "'", "\"", "''", "UPDATE", "SET", "REMOVE", "DELETE", "RETURNING", "ALL", "OLD", "EXISTS",
            "size", "contains", "list_append", "set_add", "--", "/*", "*/", ";", ":", " ", "\t", "é", "\ud800", "\0", "1e5", ".5", "e", "$", "`",
        ];
        StatementCompiler compiler = new();
        for (int i = 0; i < 10_000; i++)
            CompileAny(compiler, string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(pieces, random.Next(16))));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(3_200)]
    public void MutatedText_NeverThrows(int seed)
    {
        Random random = new(seed);
        string[] valid =
        [
            "SELECT a, b.c[1], \"d\" FROM \"t\".\"i\" WHERE pk = ? AND (NOT x <> 1.5e3 OR y IN [1, ?]) AND contains(z, 'it''s') ORDER BY sk DESC",
            "INSERT INTO \"t\" VALUE {'pk': ?, 'n': -12.5, 'l': [1, {'k': <<'a', 'b'>>}], 'b': true, 'z': NULL}",
            "UPDATE t SET a = a + 1, m.k = list_append(m.k, [?]) SET s = set_add(s, <<1, 2>>) REMOVE x[0] WHERE pk = 'a' RETURNING ALL NEW *",
            "DELETE FROM t WHERE pk = ? AND size(a) BETWEEN 1 AND 2 AND b IS NOT MISSING RETURNING ALL OLD *",
            "EXISTS(SELECT * FROM t WHERE pk = 'a' AND v = 1)",
        ];
        StatementCompiler compiler = new();
        for (int i = 0; i < 10_000; i++)
        {
            List<char> text = [.. valid[random.Next(valid.Length)]];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int place = random.Next(text.Count);
                if (random.Next(3) == 0) text.RemoveAt(place);
                else text[place] = random.Next(4) == 0 ? (char)random.Next(1, 0x3000) : text[random.Next(text.Count)];
            }

            CompileAny(compiler, new string([.. text]));
        }
    }

    private static void CompileAny(StatementCompiler compiler, string text)
    {
        int parameters = text.Count(static symbol => symbol == '?');
        ExpressionResult<Statement> result = compiler.Compile(text, [.. Enumerable.Repeat(Data.S("p"), parameters)]);
        Assert.True(result.Value is null != result.Error is null, text);
        TestItem item = Data.Item(("a", Data.N("5")), ("pk", Data.S("p")), ("s", Data.Numbers("1")));
        switch (result.Value)
        {
            case SelectStatement select:
                _ = select.Columns?.Apply(item);
                _ = select.Where?.Condition.Matches(item);
                _ = select.Where?.FindPartitions(["pk"], ["sk"]);
                break;
            case UpdateStatement update:
                _ = update.Update.Apply(item);
                _ = update.Where?.FindItem(["pk"]);
                break;
            case DeleteStatement delete:
                _ = delete.Where?.FindItem(["pk"])?.Rest?.Matches(item);
                break;
            default: break;
        }
    }

    private static string? OnSmallStack(int kilobytes, Func<string?> work)
    {
        string? result = null;
        Thread thread = new(() => result = work(), kilobytes * 1024);
        thread.Start();
        thread.Join();
        return result;
    }
}
