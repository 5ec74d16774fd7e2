using RustStack.Expressions.Conditions;
using RustStack.Expressions.Keys;
using RustStack.Expressions.Legacy;
using RustStack.Expressions.Projections;
using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Tests.Legacy;

public sealed class LegacyTests
{
    private const string Invalid = "One or more parameter values were invalid: ";

    private static readonly TestItem Sample = Data.Item(
        ("n", Data.N("5")), ("s", Data.S("hello")), ("ss", Data.Strings("a", "b")), ("l", Data.List(Data.N("1"))));

    public static TheoryData<string, string, AttributeValue[], bool> Filters => new()
    {
        { "n", "EQ", [Data.N("5.0")], true },
        { "n", "NE", [Data.N("5")], false },
        { "absent", "NE", [Data.N("5")], true },
        { "n", "LT", [Data.N("6")], true },
        { "n", "LE", [Data.N("5")], true },
        { "n", "GT", [Data.N("5")], false },
        { "n", "GE", [Data.N("5")], true },
        { "n", "BETWEEN", [Data.N("1"), Data.N("5")], true },
        { "n", "IN", [Data.N("1"), Data.N("5")], true },
        { "s", "BEGINS_WITH", [Data.S("he")], true },
        { "s", "CONTAINS", [Data.S("ell")], true },
        { "ss", "CONTAINS", [Data.S("a")], true },
        { "ss", "NOT_CONTAINS", [Data.S("z")], true },
        { "absent", "NOT_CONTAINS", [Data.S("z")], false },
        { "absent", "NULL", [], true },
        { "n", "NOT_NULL", [], true },
    };

    public static TheoryData<string, AttributeValue[], string> RefusedFilters => new()
    {
        { "EQ", [], Invalid + "Invalid number of argument(s) for the EQ ComparisonOperator" },
        { "NULL", [Data.N("1")], Invalid + "Invalid number of argument(s) for the NULL ComparisonOperator" },
        { "BETWEEN", [Data.N("1")], Invalid + "Invalid number of argument(s) for the BETWEEN ComparisonOperator" },
        { "LT", [Data.Strings("a")], Invalid + "ComparisonOperator LT is not valid for SS AttributeValue type" },
        { "BEGINS_WITH", [Data.N("1")], Invalid + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type" },
        { "IN", [Data.N("1"), Data.S("a")], Invalid + "AttributeValues inside AttributeValueList must be of same type" },
        {
            "BETWEEN", [Data.N("2"), Data.N("1")],
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
        },
        { "EQ", [new InvalidValue("no type")], "no type" },
    };

    public static TheoryData<LegacyExpectation, string> Expectations => new()
    {
        { new("n", Data.N("5"), null, null, null), "True" },
        { new("n", Data.N("5"), true, null, null), "True" },
        { new("n", Data.N("6"), null, null, null), "False" },
        { new("n", null, false, null, null), "False" },
        { new("absent", null, false, null, null), "True" },
        { new("n", Data.N("4"), null, "GT", null), "True" },
        { new("n", null, null, "GT", [Data.N("4")]), "True" },
        { new("n", null, null, null, null), Invalid + "Value must be provided when Exists is null for Attribute: n" },
        { new("n", null, true, null, null), Invalid + "Value must be provided when Exists is true for Attribute: n" },
        { new("n", Data.N("1"), false, null, null), Invalid + "Value cannot be used when Exists is false for Attribute: n" },
        { new("n", null, true, "EQ", [Data.N("1")]), Invalid + "Exists and ComparisonOperator cannot be used together for Attribute: n" },
        { new("n", null, null, "EQ", null), Invalid + "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: n" },
        { new("n", null, null, "NULL", null), "False" },
        { new("n", Data.N("1"), null, null, [Data.N("1")]), Invalid + "Value and AttributeValueList cannot be used together for Attribute: n" },
        {
            new("n", Data.N("1"), null, "EQ", [Data.N("1")]),
            Invalid + "Value and AttributeValueList cannot be used together for Attribute: n"
        },
        {
            new("n", null, null, null, [Data.N("1")]),
            Invalid + "AttributeValueList can only be used with a ComparisonOperator for Attribute: n"
        },
    };

    public static TheoryData<LegacyUpdate, string> Updates => new()
    {
        { new("n", "PUT", Data.S("x")), "'x'" },
        { new("", "PUT", Data.S("x")), Invalid + "An attribute name may not be empty" },
        { new("n", null, Data.N("7")), "7" },
        { new("n", "ADD", Data.N("2")), "7" },
        { new("fresh", "ADD", Data.N("2")), "2" },
        { new("ss", "ADD", Data.Strings("b", "c")), "{a,b,c}" },
        { new("l", "ADD", Data.List(Data.N("2"))), "[1,2]" },
        { new("ss", "DELETE", Data.Strings("b")), "{a}" },
        { new("ss", "DELETE", Data.Strings("a", "b")), "-" },
        { new("n", "DELETE", null), "-" },
        { new("s", "ADD", Data.N("1")), "Type mismatch for attribute to update" },
        { new("n", "DELETE", Data.Strings("b")), "Type mismatch for attribute to update" },
        { new("n", "PUT", null), Invalid + "Only DELETE action is allowed when no attribute value is specified" },
        { new("n", "DELETE", Data.N("1")), Invalid + "DELETE action with value is not supported for the type N" },
        { new("n", "ADD", Data.S("1")), Invalid + "ADD action is not supported for the type S" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filter_EvaluatesAsAwsDoes(string name, string comparison, AttributeValue[] operands, bool expected)
    {
        ExpressionResult<Condition> result = LegacyConditions.CompileFilter([new(name, comparison, operands)], null);
        Assert.Equal(expected, result.Value!.Matches(Sample));
    }

    [Theory]
    [MemberData(nameof(RefusedFilters))]
    public void FilterWithWrongOperands_IsRefused(string comparison, AttributeValue[] operands, string expected) =>
        Assert.Equal(expected, LegacyConditions.CompileFilter([new("n", comparison, operands)], null).Error?.Message);

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Expectation_HoldsOrIsRefused(LegacyExpectation entry, string expected)
    {
        ExpressionResult<Condition> result = LegacyConditions.CompileExpected([entry], null);
        Assert.Equal(expected, result.Error?.Message ?? result.Value!.Matches(Sample).ToString());
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void Update_ChangesOrIsRefused(LegacyUpdate entry, string expected)
    {
        ExpressionResult<Update> compiled = LegacyUpdates.Compile([entry]);
        if (!compiled.TryGet(out Update? update, out ExpressionError? error)) Assert.Equal(expected, error.Message);
        else Assert.Equal(expected, update.Apply(Sample).TryGet(out var changes, out error) ? Data.Show(changes[0].Value) : error.Message);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("AND", false)]
    [InlineData("OR", true)]
    public void ConditionalOperator_JoinsConditions(string? conditionalOperator, bool expected)
    {
        LegacyCondition[] entries = [new("n", "EQ", [Data.N("5")]), new("s", "NULL", null)];
        Assert.Equal(expected, LegacyConditions.CompileFilter(entries, conditionalOperator).Value!.Matches(Sample));
    }

    [Fact]
    public void ConditionalOperatorForLessThanTwo_IsRefused()
    {
        Assert.Equal(
            "ConditionalOperator cannot be used without Filter or Expected",
            LegacyConditions.CompileExpected([], "AND").Error?.Message);
        Assert.Equal(
            "ConditionalOperator can only be used when Filter or Expected has two or more elements",
            LegacyConditions.CompileFilter([new("s", "NULL", null)], "OR").Error?.Message);
    }

    [Fact]
    public void KeyConditions_BecomePredicates()
    {
        LegacyCondition partition = new("pk", "EQ", [Data.S("a")]);
        KeySelection selection = LegacyConditions
            .CompileKeyConditions([new("sk", "BETWEEN", [Data.N("1"), Data.N("2")]), partition]).Value!.Fit(["pk"], ["sk"]).Value!;
        Assert.Equal(KeyOperator.Equal, selection.Partition[0].Operator);
        Assert.Equal(new KeyPredicate("sk", KeyOperator.Between, Data.N("1"), Data.N("2")), selection.Sort[0]);
        Assert.Equal(
            "Attempted conditional constraint is not an indexable operation",
            LegacyConditions.CompileKeyConditions([partition, new("sk", "NE", [Data.N("1")])]).Error?.Message);
        Assert.Equal(
            "Conditions can be of length 1 or 2 only",
            LegacyConditions.CompileKeyConditions([partition, partition, partition]).Error?.Message);
    }

    [Fact]
    public void AttributesToGet_BecomeProjection()
    {
        Projection projection = LegacyProjection.Compile(["s", "a.b"]).Value!;
        Assert.True(projection.IsTopLevelOnly);
        Assert.Equal("s", Assert.Single(projection.Apply(Sample)).Key);
        Assert.Equal(Invalid + "Duplicate value in attribute name: s", LegacyProjection.Compile(["s", "n", "s"]).Error?.Message);
    }
}
