using RustStack.Expressions.Conditions;

namespace RustStack.Expressions.Tests.Parsing;

public sealed class LimitTests
{
    private static readonly (string, object)[] OneValue = [(":v", Data.N("5"))];

    [Fact]
    public void TextOfMoreThan4096Bytes_IsRefused()
    {
        string longest = $"a = :v {new string(' ', 4089)}";
        Assert.Null(Compile(longest[..4096]).Error);
        Assert.Equal(
            "Invalid FilterExpression: Expression size has exceeded the maximum allowed size; expression size: 4097",
            Compile(longest + " ").Error?.Message);
        Assert.Equal(
            "Invalid UpdateExpression: Expression size has exceeded the maximum allowed size;",
            new ExpressionCompiler().CompileUpdate(new string('é', 2049), Data.Bindings()).Error?.Message);
    }

    [Fact]
    public void MoreThan300Operators_AreRefused()
    {
        Assert.Null(Compile(string.Join(" or ", Enumerable.Repeat("a=:v", 150))).Error);
        Assert.Equal(
            "Invalid FilterExpression: The expression contains too many operators; operator count: 301",
            Compile(string.Join(" or ", Enumerable.Repeat("a=:v", 151))).Error?.Message);
    }

    [Fact]
    public void MoreThan100InOperands_AreRefused()
    {
        string hundred = string.Join(",", Enumerable.Repeat(":v", 100));
        Assert.Null(Compile($"a IN ({hundred})").Error);
        Assert.Equal(
            "Invalid FilterExpression: The IN operator is provided with too many operands; number of operands: 101",
            Compile($"a IN ({hundred},:v)").Error?.Message);
    }

    [Fact]
    public void PathDeeperThan32_IsRefused()
    {
        string deepest = "a" + string.Concat(Enumerable.Repeat(".b[1]", 15)) + ".c";
        Assert.Null(Compile($"{deepest} = :v").Error);
        Assert.Equal(
            "Invalid FilterExpression: The document path has too many nesting elements; nesting levels: 33",
            Compile($"{deepest}.d = :v").Error?.Message);
    }

    [Theory]
    [InlineData("(", ")", 2040)]
    [InlineData("NOT(", ")", 700)]
    [InlineData("NOT ", "", 1000)]
    [InlineData("a=:v and (", ")", 360)]
    [InlineData("size(", ")", 600)]
    [InlineData("(", "", 4000)]
    public void DeepNesting_IsRefusedWithoutRecursion(string open, string close, int levels)
    {
        string text = string.Concat(Enumerable.Repeat(open, levels)) + "a=:v" + string.Concat(Enumerable.Repeat(close, levels));
        string? error = null;
        Thread thread = new(() => error = Compile(text).Error?.Message, 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Matches("redundant parentheses;|too many operators; operator count: \\d+$", error);
    }

    [Theory]
    [InlineData("NOT (", ")", 148)]
    [InlineData("a=:v AND (", ")", 149)]
    [InlineData("NOT ", "", 299)]
    public void DeepestAllowedNesting_FitsSmallStack(string open, string close, int levels)
    {
        string text = string.Concat(Enumerable.Repeat(open, levels)) + "a=:v" + string.Concat(Enumerable.Repeat(close, levels));
        bool? matches = null;
        Thread thread = new(() => matches = Compile(text).Value?.Matches(Data.Item(("a", Data.N("5")))), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(matches);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(2_100)]
    public void RandomText_NeverThrows(int seed)
    {
        Random random = new(seed);
        ExpressionCompiler compiler = new();
        string[] pieces =
        [
            "a", "b.c", "[0]", "[", "]", ".", ",", "(", ")", "=", "<", ">", "<>", "<=", ">=", "+", "-", ":v", ":x", "#n", "#", ":",
            "AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE", "size", "contains", "begins_with", "attribute_exists",
            "if_not_exists", "list_append", "status", " ", "\t", "é", "\ud800", "\0", "12345678901", "_", "'", "attribute_type",
        ];
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(pieces, random.Next(14)));
            CompileAll(compiler, text);
        }
    }

    [Theory]
    [InlineData(22)]
    public void MutatedText_NeverThrows(int seed)
    {
        Random random = new(seed);
        ExpressionCompiler compiler = new();
        string[] valid =
        [
            "(a = :v OR NOT b.c[1] <> :v) AND contains(#n, :v) OR size(a) BETWEEN :v AND :v AND a IN (:v, b)",
            "SET a = if_not_exists(a, :v) + :v, #n.b[2] = list_append(:v, c) REMOVE d, e[0] ADD f :v DELETE g :v",
            "a, b.c, #n[3].d",
        ];
        for (int i = 0; i < 20_000; i++)
        {
            char[] text = valid[random.Next(valid.Length)].ToCharArray();
            for (int change = random.Next(1, 4); change > 0; change--)
                text[random.Next(text.Length)] = random.Next(4) == 0 ? (char)random.Next(1, 0x3000) : text[random.Next(text.Length)];
            CompileAll(compiler, new string(text));
        }
    }

    [Fact]
    public void Cache_StaysBounded()
    {
        ParsedExpressionCache<string> cache = new(4);
        for (int i = 0; i < 100; i++)
        {
            cache.Add($"{i}", "x");
            Assert.NotNull(cache.Find($"{i}"));
            Assert.InRange(cache.Count, 1, 8);
        }

        Assert.Null(cache.Find("0"));
    }

    [Fact]
    public void CachedText_IsBoundAnew()
    {
        ExpressionCompiler compiler = new();
        TestItem item = Data.Item(("a", Data.N("5")));
        Assert.True(Matches("5"));
        Assert.False(Matches("6"));
        Assert.Equal(
            "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :v",
            compiler.CompileCondition("a = :v", ExpressionKind.ConditionExpression, Data.Bindings()).Error?.Message);

        bool Matches(string number) => compiler
            .CompileCondition("a = :v", ExpressionKind.FilterExpression, Data.Bindings((":v", Data.N(number)))).Value!.Matches(item);
    }

    private static void CompileAll(ExpressionCompiler compiler, string text)
    {
        (string, object)[] meanings = [(":v", Data.N("5")), ("#n", "name")];
        TestItem item = Data.Item(("a", Data.N("5")), ("name", Data.List(Data.S("x"))));
        ExpressionResult<Condition> result = compiler.CompileCondition(text, ExpressionKind.FilterExpression, Data.Bindings(meanings));
        if (result.TryGet(out Condition? condition, out ExpressionError? error))
            _ = condition.Matches(item);
        else Assert.StartsWith("Invalid FilterExpression: ", error.Message, StringComparison.Ordinal);
        _ = compiler.CompileKeyCondition(text, Data.Bindings(meanings));
        _ = compiler.CompileProjection(text, Data.Bindings(meanings)).Value?.Apply(item);
        _ = compiler.CompileUpdate(text, Data.Bindings(meanings)).Value?.Apply(item);
    }

    private static ExpressionResult<Condition> Compile(string text) =>
        new ExpressionCompiler().CompileCondition(text, ExpressionKind.FilterExpression, Data.Bindings(OneValue));
}
