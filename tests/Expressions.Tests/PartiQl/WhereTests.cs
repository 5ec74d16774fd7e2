using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Values;
using static RustStack.Expressions.Tests.PartiQl.Statements;

namespace RustStack.Expressions.Tests.PartiQl;

public sealed class WhereTests
{
    private static readonly TestItem Item = Data.Item(
        ("s", Data.S("text")),
        ("n", Data.N("5")),
        ("b", Data.B(1, 2)),
        ("t", BooleanValue.True),
        ("nil", NullValue.Instance),
        ("ss", Data.Strings("x", "y")),
        ("l", Data.List(Data.N("1"), Data.S("a"))),
        ("m", Data.Map(("k", Data.S("v")), ("key", Data.N("1")))));

    [Theory]
    [InlineData("n = 5", true)]
    [InlineData("5 = n", true)]
    [InlineData("n = 5.0", true)]
    [InlineData("n = '5'", false)]
    [InlineData("n <> 5", false)]
    [InlineData("n != 4", true)]
    [InlineData("n < 6 and n <= 5 AND n > 4 AND n >= 5", true)]
    [InlineData("s > 'tex'", true)]
    [InlineData("n > 's'", false)]
    [InlineData("n BETWEEN 5 AND 6", true)]
    [InlineData("n NOT BETWEEN 1 AND 4", true)]
    [InlineData("n between 1 and 4 or t = true", true)]
    [InlineData("n IN [1, 5]", true)]
    [InlineData("n IN (1, 5)", true)]
    [InlineData("n IN <<1, 5>>", true)]
    [InlineData("n in [s, 4]", false)]
    [InlineData("n NOT IN [1, 4]", true)]
    [InlineData("none NOT IN [1]", true)]
    [InlineData("s = 'nope' OR n = 5 AND t = FALSE", false)]
    [InlineData("(s = 'nope' OR n = 5) AND t = TRUE", true)]
    [InlineData("NOT s = 'nope' AND NOT (n = 4)", true)]
    [InlineData("((n)) = (5)", true)]
    [InlineData("none IS MISSING", true)]
    [InlineData("s is missing", false)]
    [InlineData("s IS NOT MISSING", true)]
    [InlineData("none = MISSING", true)]
    [InlineData("s <> MISSING", true)]
    [InlineData("nil IS NULL", true)]
    [InlineData("nil = NULL", true)]
    [InlineData("none IS NULL", false)]
    [InlineData("s IS NOT NULL", true)]
    [InlineData("none IS NOT NULL", true)]
    [InlineData("s IS STRING AND t IS BOOLEAN AND t IS BOOL AND n IS DECIMAL AND n IS NUMERIC", true)]
    [InlineData("l IS LIST AND m IS STRUCT AND m IS TUPLE AND b IS BLOB", true)]
    [InlineData("n IS STRING", false)]
    [InlineData("begins_with(s, 'te')", true)]
    [InlineData("BEGINS_WITH(\"s\", 'x')", false)]
    [InlineData("contains(s, 'ex')", true)]
    [InlineData("CONTAINS(ss, 'x') AND contains(l, 1)", true)]
    [InlineData("size(ss) = 2 AND SIZE(s) >= 4", true)]
    [InlineData("attribute_type(n, 'N')", true)]
    [InlineData("attribute_type(n, 'S')", false)]
    [InlineData("ss = <<'y', 'x'>>", true)]
    [InlineData("l = [1, 'a']", true)]
    [InlineData("m = {'key': 1, 'k': 'v'}", true)]
    [InlineData("m.k = 'v'", true)]
    [InlineData("m.\"key\" = 1 AND m['key'] = 1", true)]
    [InlineData("l[1] = 'a'", true)]
    [InlineData("l[7] IS MISSING", true)]
    [InlineData("l[99999999999] = 1", false)]
    [InlineData("n = ?", true)]
    public void Condition_Holds(string condition, bool expected)
    {
        AttributeValue[] parameters = condition.Contains('?', StringComparison.Ordinal) ? [Data.N("5")] : [];

        Assert.Equal(expected, Where(condition, parameters).Condition.Matches(Item));
    }

    [Theory]
    [InlineData("pk = 'a'", "'a'", false)]
    [InlineData("'a' = pk", "'a'", false)]
    [InlineData("pk = 'a' AND x = 1", "'a'", true)]
    [InlineData("x = 1 AND (y = 2 AND pk = 'a')", "'a'", true)]
    [InlineData("pk = 'a' AND pk = 'b'", "'a'", true)]
    [InlineData("pk = 'a' OR x = 1", null, false)]
    [InlineData("pk IN ['a']", null, false)]
    [InlineData("pk > 'a'", null, false)]
    [InlineData("NOT pk = 'a'", null, false)]
    [InlineData("pk.x = 'a'", null, false)]
    [InlineData("pk = x", null, false)]
    public void Item_IsFoundByEqualities(string condition, string? key, bool hasRest)
    {
        ItemMatch? match = Where(condition).FindItem(["pk"]);

        Assert.Equal(key, match is null ? null : Data.Show(match.Key[0].Value));
        Assert.Equal(hasRest, match?.Rest is not null);
    }

    [Theory]
    [InlineData("pk = 'a' AND sk = 1", "pk Equal 'a', sk Equal 1", false)]
    [InlineData("pk = 'a'", "pk Equal 'a'", false)]
    [InlineData("sk > 1 AND pk = 'a' AND x = 2", "pk Equal 'a', sk Greater 1", true)]
    [InlineData("1 > sk AND pk = 'a'", "pk Equal 'a', sk Less 1", false)]
    [InlineData("pk = 'a' AND sk > 1 AND sk < 5", "pk Equal 'a', sk Greater 1", true)]
    [InlineData("pk = 'a' AND sk BETWEEN 1 AND 2", "pk Equal 'a', sk Between 1..2", false)]
    [InlineData("pk = 'a' AND begins_with(sk, 'x')", "pk Equal 'a', sk BeginsWith 'x'", false)]
    [InlineData("pk = 'a' AND sk <> 1", "pk Equal 'a'", true)]
    [InlineData("pk = 'a' AND sk IN [1, 2]", "pk Equal 'a'", true)]
    [InlineData("pk IN ['a', 'b', 'a'] AND sk = 1", "pk Equal 'a', sk Equal 1 | pk Equal 'b', sk Equal 1", false)]
    [InlineData("(pk = 'a' OR 'b' = pk) AND x = 1", "pk Equal 'a' | pk Equal 'b'", true)]
    [InlineData("pk = 'a' OR pk = 'b'", "pk Equal 'a' | pk Equal 'b'", false)]
    [InlineData("pk = 'a' OR x = 'b'", null, false)]
    [InlineData("pk > 'a'", null, false)]
    [InlineData("pk IN ['a', x]", null, false)]
    [InlineData("sk = 1", null, false)]
    [InlineData("pk NOT IN ['a']", null, false)]
    public void Partitions_AreFoundByEqualitiesAndIn(string condition, string? partitions, bool hasRest)
    {
        PartitionMatch? match = Where(condition).FindPartitions(["pk"], ["sk"]);

        Assert.Equal(partitions, match is null ? null : string.Join(" | ", match.Partitions.Select(static partition =>
            string.Join(", ", partition.Predicates.Select(static predicate => $"{predicate.AttributeName} {predicate.Operator} "
                + Data.Show(predicate.Operand) + (predicate.UpperBound is null ? "" : $"..{Data.Show(predicate.UpperBound)}"))))));
        Assert.Equal(hasRest, match?.Rest is not null);
    }

    [Fact]
    public void PartitionsOfManyCombinations_AreCutOff()
    {
        string hundred = string.Join(',', Enumerable.Range(0, 100));

        PartitionMatch match = Where($"a IN [{hundred}] AND b IN [{hundred}] AND c IN [{hundred}] AND d IN [{hundred}]")
            .FindPartitions(["a", "b", "c", "d"], [])!;

        Assert.Equal(1_000, match.Partitions.Count);
    }

    [Fact]
    public void PartitionsOfSeveralAttributes_AreEveryCombination()
    {
        PartitionMatch match = Where("a IN [1, 2] AND b = 3 AND c = 4 AND d > 5").FindPartitions(["a", "b"], ["c", "d"])!;

        Assert.Equal(
            ["a1 b3 c4 d5", "a2 b3 c4 d5"],
            match.Partitions.Select(static partition => string.Join(' ', partition.Predicates.Select(
                static predicate => predicate.AttributeName + Data.Show(predicate.Operand)))));
        Assert.Null(match.Rest);
    }
}
