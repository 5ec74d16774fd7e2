using RustStack.Expressions.Conditions;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Paths;

public sealed class UsedAttributesTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Theory]
    [InlineData("a = :v", "a")]
    [InlineData("a.x = :v AND NOT b[0] < c", "a. b. c")]
    [InlineData("attribute_exists(a) OR attribute_type(b.x, :s)", "a b.")]
    [InlineData("begins_with(a, :s) AND contains(b, c.x)", "a b c.")]
    [InlineData("size(a.x) BETWEEN b AND c", "a. b c")]
    [InlineData("a IN (b, c[1], :v)", "a b c.")]
    [InlineData("#d = :v", "d")]
    public void Condition_NamesWhatItReads(string text, string expected)
    {
        ExpressionResult<Condition> condition = new ExpressionCompiler().CompileCondition(text, ExpressionKind.FilterExpression, Bindings());
        Assert.Equal(expected, Show(condition.Value!.FindAttributes()));
    }

    [Theory]
    [InlineData("SET a = :v REMOVE b[1]", "a b.")]
    [InlineData("SET a = if_not_exists(b.x, c) + d", "a b. c d")]
    [InlineData("SET a = list_append(b, c[0])", "a b c.")]
    [InlineData("ADD a.x :v DELETE b :set", "a. b")]
    public void Update_NamesWhatItChangesAndReads(string text, string expected) =>
        Assert.Equal(expected, Show(new ExpressionCompiler().CompileUpdate(text, Bindings()).Value!.FindAttributes()));

    [Theory]
    [InlineData("SET a = :v", AttributeType.N)]
    [InlineData("SET a = :s", AttributeType.S)]
    [InlineData("SET a = b + :v", AttributeType.N)]
    [InlineData("SET a = list_append(b, c)", AttributeType.L)]
    [InlineData("SET a = b", null)]
    [InlineData("SET a.x = :v", null)]
    [InlineData("ADD a :v", null)]
    [InlineData("REMOVE a", null)]
    public void Update_KnowsTheTypeThatItAssigns(string text, AttributeType? expected)
    {
        Update update = new ExpressionCompiler().CompileUpdate(text, Bindings()).Value!;
        Assert.Equal(expected, update.FindAssignedType("a"));
        Assert.Null(update.FindAssignedType("z"));
    }

    private static ExpressionBindings Bindings() =>
        Data.Bindings((":v", Data.N("1")), (":s", Data.S("S")), (":set", Data.Strings("x")), ("#d", "d"));

    private static string Show(UsedAttributes attributes) => string.Join(
        ' ', Names.Where(attributes.Contains).Select(name => attributes.IsNested(name) ? name + "." : name));
}
