using RustStack.Expressions.Conditions;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Conditions;

public sealed class ConditionTests
{
    private static readonly TestItem Sample = Data.Item(
        ("s", Data.S("hello")),
        ("e", Data.S("é𝄞")),
        ("n", Data.N("5")),
        ("n2", Data.N("5.0")),
        ("b", Data.B(1, 2, 3)),
        ("ss", Data.Strings("red", "blue")),
        ("ns", Data.Numbers("1", "2.5")),
        ("l", Data.List(Data.S("x"), Data.N("7"), Data.Map(("k", Data.S("deep"))))),
        ("m", Data.Map(("k", Data.N("1")), ("a.b", Data.S("dotted")))),
        ("t", BooleanValue.True),
        ("z", NullValue.Instance));

    [Theory]
    [InlineData("s = :hello", true)]
    [InlineData("s <> :hello", false)]
    [InlineData("absent = :hello", false)]
    [InlineData("absent <> :hello", true)]
    [InlineData("absent < :five", false)]
    [InlineData("n = n2", true)]
    [InlineData("n < :five", false)]
    [InlineData("n <= :five", true)]
    [InlineData("n >= :five", true)]
    [InlineData("n > :one", true)]
    [InlineData(":one < n", true)]
    [InlineData("n > :hello", false)]
    [InlineData("s > :hell", true)]
    [InlineData("b > :bytes", true)]
    [InlineData("t = :true", true)]
    [InlineData("z = :null", true)]
    [InlineData("n BETWEEN :one AND :five", true)]
    [InlineData("n between :one and :one", false)]
    [InlineData("n between :one and n2", true)]
    [InlineData("absent BETWEEN :one AND :five", false)]
    [InlineData("s BETWEEN :one AND :five", false)]
    [InlineData("n IN (:one, :five)", true)]
    [InlineData("n in (:one)", false)]
    [InlineData("absent IN (:one)", false)]
    [InlineData("NOT n = :one", true)]
    [InlineData("NOT NOT n = :one", false)]
    [InlineData("n = :one OR n = :five", true)]
    [InlineData("n = :five OR n = :one AND n = :one", true)]
    [InlineData("(n = :five OR n = :one) AND n = :one", false)]
    [InlineData("NOT n = :one AND n = :one", false)]
    [InlineData("NOT (n = :one AND n = :one)", true)]
    [InlineData("n = :five AND s = :hello AND t = :true", true)]
    [InlineData("(n) = (:five)", true)]
    [InlineData("(size(s)) = :five", true)]
    [InlineData("attribute_exists(s)", true)]
    [InlineData("attribute_exists(m.k)", true)]
    [InlineData("attribute_exists(m.x)", false)]
    [InlineData("attribute_exists(#m.#dot)", true)]
    [InlineData("attribute_exists(l[2].k)", true)]
    [InlineData("attribute_exists(l[3])", false)]
    [InlineData("attribute_exists(m[0])", false)]
    [InlineData("attribute_exists(l.k)", false)]
    [InlineData("attribute_not_exists(absent)", true)]
    [InlineData("attribute_not_exists(s)", false)]
    [InlineData("attribute_type(l, :L)", true)]
    [InlineData("attribute_type(l[1], :L)", false)]
    [InlineData("attribute_type(absent, :L)", false)]
    [InlineData("begins_with(s, :hell)", true)]
    [InlineData("begins_with(s, :x)", false)]
    [InlineData("begins_with(b, :bytes)", true)]
    [InlineData("begins_with(n, :hell)", false)]
    [InlineData("contains(s, :ell)", true)]
    [InlineData("contains(ss, :red)", true)]
    [InlineData("contains(ss, :ell)", false)]
    [InlineData("contains(ns, :twohalf)", true)]
    [InlineData("contains(l, :x)", true)]
    [InlineData("contains(l, :five)", false)]
    [InlineData("contains(b, :bytes)", true)]
    [InlineData("contains(n, :five)", false)]
    [InlineData("size(s) = :five", true)]
    [InlineData("size(e) = :three", true)]
    [InlineData("size(b) = :three", true)]
    [InlineData("size(ss) < :five", true)]
    [InlineData("size(l) = :three", true)]
    [InlineData("size(m) = :one", false)]
    [InlineData("size(n) = :one", false)]
    [InlineData("size(absent) = :one", false)]
    [InlineData("size (s)=:five", true)]
    [InlineData("\t n \r\n = :five ", true)]
    public void Expression_EvaluatesAsAwsDoes(string text, bool expected)
    {
        ExpressionBindings bindings = Data.Bindings(
            ("#m", "m"), ("#dot", "a.b"), (":hello", Data.S("hello")), (":hell", Data.S("hell")), (":ell", Data.S("ell")),
            (":x", Data.S("x")), (":red", Data.S("red")), (":one", Data.N("1")), (":three", Data.N("3")), (":five", Data.N("5")),
            (":twohalf", Data.N("2.50")), (":bytes", Data.B(1, 2)),
            (":true", BooleanValue.True), (":null", NullValue.Instance), (":L", Data.S("L")));
        ExpressionResult<Condition> result = new ExpressionCompiler().CompileCondition(text, ExpressionKind.FilterExpression, bindings);
        Assert.Null(result.Error);
        Assert.Equal(expected, result.Value!.Matches(Sample));
    }

    [Fact]
    public void Evaluation_ReadsOnlyNamedAttributes()
    {
        TestItem item = Data.Item(("a", Data.N("1")), ("b", Data.N("2")), ("c", Data.N("3")));
        Condition condition = new ExpressionCompiler()
            .CompileCondition("a = :v AND b = :v", ExpressionKind.ConditionExpression, Data.Bindings((":v", Data.N("9")))).Value!;
        Assert.False(condition.Matches(item));
        Assert.Equal(["a"], item.Read);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50_005)]
    public void RandomConditions_AgreeWithReference(int seed)
    {
        Random random = new(seed);
        ExpressionCompiler compiler = new();
        for (int i = 0; i < 3_000; i++)
        {
            string[] present = [.. new[] { "a", "b", "c" }.Where(_ => random.Next(4) > 0)];
            TestItem item = new(present.ToDictionary(static name => name, _ => RandomNumber(random)));
            Dictionary<string, AttributeValue> values =
                Enumerable.Range(0, 3).ToDictionary(static v => $":v{v}", _ => RandomNumber(random));
            (string text, Func<bool> expected) = RandomCondition(random, item, values, 4);
            ExpressionResult<Condition> result =
                compiler.CompileCondition(text, ExpressionKind.ConditionExpression, new ExpressionBindings(null, values));
            Assert.True(result.Value is { } condition && condition.Matches(item) == expected(), $"seed {seed}: {text} {result.Error}");
        }
    }

    private static AttributeValue RandomNumber(Random random) => Data.N($"{random.Next(4)}");

    private static (string Text, Func<bool> Expected) RandomCondition(
        Random random, TestItem item, IReadOnlyDictionary<string, AttributeValue> values, int depth)
    {
        if (depth > 0 && random.Next(3) > 0)
        {
            (string left, Func<bool> one) = RandomCondition(random, item, values, depth - 1);
            (string right, Func<bool> two) = RandomCondition(random, item, values, depth - 1);
            return random.Next(3) switch
            {
                0 => ($"{Group(left)} AND {Group(right)}", () => one() && two()),
                1 => ($"{Group(left)} OR {Group(right)}", () => one() || two()),
                _ => ($"NOT {Group(left)}", () => !one()),
            };
        }

        string name = "abc"[random.Next(3)].ToString();
        string value = $":v{random.Next(3)}";
        int? actual = item.Attributes.TryGetValue(name, out AttributeValue? present) ? Whole(present) : null;
        int operand = Whole(values[value]);
        return random.Next(5) switch
        {
            0 => ($"{name} = {value}", () => actual == operand),
            1 => ($"{name} <> {value}", () => actual != operand),
            2 => ($"{name} < {value}", () => actual < operand),
            3 => ($"{name} IN ({value})", () => actual == operand),
            _ => ($"attribute_exists({name})", () => actual is not null),
        };
    }

    private static string Group(string text) => !text.Contains(' ', StringComparison.Ordinal) ? text : $"({text})";

    private static int Whole(AttributeValue value) =>
        int.Parse(((NumberValue)value).Value.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
