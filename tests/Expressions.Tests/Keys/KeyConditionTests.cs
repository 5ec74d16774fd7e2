using RustStack.Expressions.Keys;

namespace RustStack.Expressions.Tests.Keys;

public sealed class KeyConditionTests
{
    [Theory]
    [InlineData("pk = :a", "pk Equal 1")]
    [InlineData(":a = pk", "pk Equal 1")]
    [InlineData("pk = :a AND sk = :b", "pk Equal 1; sk Equal 2")]
    [InlineData("sk < :b AND pk = :a", "pk Equal 1; sk Less 2")]
    [InlineData("(pk = :a) AND (sk >= :b)", "pk Equal 1; sk GreaterOrEqual 2")]
    [InlineData("pk = :a AND :b > sk", "pk Equal 1; sk Less 2")]
    [InlineData("pk = :a AND (sk BETWEEN :a AND :b)", "pk Equal 1; sk Between 1 2")]
    [InlineData("#p = :a and begins_with(sk, :s)", "pk Equal 1; sk BeginsWith 'x'")]
    public void Condition_FitsSchema(string text, string expected) => Assert.Equal(expected, Show(Fit(text, ["pk"], ["sk"])));

    [Theory]
    [InlineData("a = :a AND b = :b", "Query condition missed key schema element: pk")]
    [InlineData("pk = :a AND x = :b", "Query condition missed key schema element: sk")]
    [InlineData("pk = :a AND sk = :b AND x = :a", "Conditions can be of length 1 or 2 only")]
    [InlineData("pk > :a", "Query key condition not supported")]
    [InlineData("begins_with(pk, :s)", "Query key condition not supported")]
    [InlineData("sk = :a", "Query condition missed key schema element: pk")]
    public void ConditionOnOtherAttributes_IsRefused(string text, string expected) =>
        Assert.Equal(expected, Fit(text, ["pk"], ["sk"]).Error?.Message);

    [Theory]
    [InlineData("pk = :a OR sk = :b", "Invalid operator used in KeyConditionExpression: OR")]
    [InlineData("NOT pk = :a", "Invalid operator used in KeyConditionExpression: NOT")]
    [InlineData("pk <> :a", "Invalid operator used in KeyConditionExpression: <>")]
    [InlineData("pk IN (:a)", "Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("contains(pk, :s)", "Invalid operator used in KeyConditionExpression: contains")]
    [InlineData("attribute_exists(pk)", "Invalid operator used in KeyConditionExpression: attribute_exists")]
    [InlineData("size(pk) = :a", "KeyConditionExpressions cannot contain nested operations")]
    [InlineData("pk.a = :a", "KeyConditionExpressions cannot have conditions on nested attributes")]
    [InlineData("pk = sk", "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")]
    [InlineData(":a = :b", "Invalid condition in KeyConditionExpression: No key attribute specified")]
    [InlineData("pk = :a AND :a BETWEEN sk AND :b", "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand")]
    [InlineData("pk = :a AND begins_with(:s, sk)", "Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand")]
    [InlineData("pk = :a AND pk = :b", "KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = :a AND", "Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"AND\"")]
    public void UnsearchableCondition_IsRefused(string text, string expected) =>
        Assert.Equal(expected, Fit(text, ["pk"], ["sk"]).Error?.Message);

    [Theory]
    [InlineData("p1 = :a AND p2 = :b", "p1 Equal 1; p2 Equal 2")]
    [InlineData("p2 = :b AND s1 = :a AND p1 = :a AND s2 > :b", "p1 Equal 1; p2 Equal 2; s1 Equal 1; s2 Greater 2")]
    [InlineData("p1 = :a", "Query condition missed key schema element: p2")]
    [InlineData("p1 = :a AND p2 = :b AND s2 = :a", "Query condition missed key schema element: s1")]
    [InlineData("p1 = :a AND p2 = :b AND s1 > :a AND s2 = :b", "Query key condition not supported")]
    public void MultiAttributeKey_IsFittedFromTheLeft(string text, string expected) =>
        Assert.Equal(expected, Show(Fit(text, ["p1", "p2"], ["s1", "s2"])));

    [Fact]
    public void SortConditionWithoutSortKey_IsRefused() =>
        Assert.Equal("Query key condition not supported", Fit("pk = :a AND sk = :b", ["pk"], []).Error?.Message);

    private static ExpressionResult<KeySelection> Fit(string text, string[] partition, string[] sort)
    {
        ExpressionBindings bindings = Data.Bindings((":a", Data.N("1")), (":b", Data.N("2")), (":s", Data.S("x")), ("#p", "pk"));
        return new ExpressionCompiler().CompileKeyCondition(text, bindings).TryGet(out KeyCondition? condition, out ExpressionError? error)
            ? condition.Fit(partition, sort)
            : new(error);
    }

    private static string Show(ExpressionResult<KeySelection> result) => result.Error?.Message ?? string.Join("; ", result.Value!.Partition
        .Concat(result.Value.Sort)
        .Select(static p => $"{p.AttributeName} {p.Operator} {Data.Show(p.Operand)}{Upper(p)}"));

    private static string Upper(KeyPredicate predicate) => predicate.UpperBound is { } bound ? $" {Data.Show(bound)}" : "";
}
