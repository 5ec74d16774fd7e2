using RustStack.Expressions.Updates;

namespace RustStack.Expressions.Tests.Updates;

public sealed class UpdateTests
{
    private const string WrongType = "An operand in the update expression has an incorrect data type";
    private const string Missing = "The provided expression refers to an attribute that does not exist in the item";
    private const string InvalidPath = "The document path provided in the update expression is invalid for update";

    private static readonly TestItem Sample = Data.Item(
        ("n", Data.N("5")),
        ("s", Data.S("text")),
        ("ss", Data.Strings("a", "b")),
        ("ns", Data.Numbers("1", "2")),
        ("l", Data.List(Data.N("0"), Data.N("1"), Data.N("2"))),
        ("m", Data.Map(("x", Data.N("1")), ("l", Data.List(Data.N("7"))), ("ss", Data.Strings("q")))),
        ("big", Data.N("9.9999999999999999999999999999999999999E+125")));

    [Theory]
    [InlineData("SET a = :one", "a=1")]
    [InlineData("SET n = n + :one", "n=6")]
    [InlineData("SET n = :one - n", "n=-4")]
    [InlineData("SET n = (n + :one)", "n=6")]
    [InlineData("SET n = (n) + (:one)", "n=6")]
    [InlineData("SET a = n, n = s", "a=5 n='text'")]
    [InlineData("SET a = if_not_exists(n, :one)", "a=5")]
    [InlineData("SET a = if_not_exists(q, :one) + :one", "a=2")]
    [InlineData("SET a = if_not_exists(q, n)", "a=5")]
    [InlineData("SET l = list_append(l, :list)", "l=[0,1,2,'p']")]
    [InlineData("SET l = list_append(:list, if_not_exists(q, :list))", "l=['p','p']")]
    [InlineData("SET m.x = :two, m.y = :one", "m=(l:[7],ss:{q},x:2,y:1)")]
    [InlineData("SET m.l[0] = :two", "m=(l:[2],ss:{q},x:1)")]
    [InlineData("SET l[1] = :two", "l=[0,2,2]")]
    [InlineData("SET l[9] = :two, l[7] = :one", "l=[0,1,2,1,2]")]
    [InlineData("SET l[9] = l[0] REMOVE l[0]", "l=[1,2,0]")]
    [InlineData("REMOVE n", "n=-")]
    [InlineData("REMOVE nothing", "nothing=-")]
    [InlineData("REMOVE l[0], l[2]", "l=[1]")]
    [InlineData("REMOVE l[7]", "l=[0,1,2]")]
    [InlineData("REMOVE m.x, m.l[0]", "m=(l:[],ss:{q})")]
    [InlineData("REMOVE m.nope", "m=(l:[7],ss:{q},x:1)")]
    [InlineData("ADD n :one", "n=6")]
    [InlineData("ADD a :one", "a=1")]
    [InlineData("ADD ss :set", "ss={a,b,c}")]
    [InlineData("ADD fresh :set", "fresh={b,c}")]
    [InlineData("ADD m.x :two", "m=(l:[7],ss:{q},x:3)")]
    [InlineData("ADD m.z :two", "m=(l:[7],ss:{q},x:1,z:2)")]
    [InlineData("DELETE ss :set", "ss={a}")]
    [InlineData("DELETE ss :all", "ss=-")]
    [InlineData("DELETE m.ss :q", "m=(l:[7],x:1)")]
    [InlineData("DELETE nothing :set", "nothing=-")]
    [InlineData("REMOVE s ADD n :one DELETE ss :set SET a = :one", "s=- n=6 ss={a} a=1")]
    [InlineData("set n = :one remove s", "n=1 s=-")]
    public void Update_ComputesChanges(string text, string expected) => Assert.Equal(expected, Show(Apply(text)));

    [Theory]
    [InlineData("SET a = q", Missing)]
    [InlineData("SET a = q + :one", Missing)]
    [InlineData("SET a = m.q", Missing)]
    [InlineData("SET a = if_not_exists(q, r)", Missing)]
    [InlineData("SET a = s + :one", WrongType)]
    [InlineData("SET a = list_append(n, :list)", WrongType)]
    [InlineData("ADD s :one", WrongType)]
    [InlineData("ADD ss :one", WrongType)]
    [InlineData("ADD ns :set", WrongType)]
    [InlineData("DELETE ns :set", WrongType)]
    [InlineData("DELETE s :set", WrongType)]
    [InlineData("SET q.a = :one", InvalidPath)]
    [InlineData("SET n.a = :one", InvalidPath)]
    [InlineData("SET m[0] = :one", InvalidPath)]
    [InlineData("SET l.a = :one", InvalidPath)]
    [InlineData("SET l[5].a = :one", InvalidPath)]
    [InlineData("REMOVE q.a", InvalidPath)]
    [InlineData("ADD q.a :one", InvalidPath)]
    [InlineData("DELETE q.a :set", InvalidPath)]
    [InlineData("SET a = big + big", "Number overflow. Attempting to store a number with magnitude larger than supported range")]
    [InlineData("ADD big :one", "Attempting to store more than 38 significant digits in a Number")]
    public void UpdateThatDoesNotFit_IsRefused(string text, string expected) => Assert.Equal(expected, Apply(text).Error?.Message);

    [Fact]
    public void Update_LeavesItemAlone()
    {
        string before = string.Join(" ", Sample.Attributes.Values.Select(Data.Show));
        _ = Apply("SET m.x = :two, l[0] = :one REMOVE m.l[0] DELETE ss :set");
        Assert.Equal(before, string.Join(" ", Sample.Attributes.Values.Select(Data.Show)));
    }

    [Fact]
    public void UpdatedPaths_AreThoseOfTheActions()
    {
        Update update = Compile("SET m.x = :two, l[1] = :one REMOVE s");
        Assert.Equal(["m", "l", "s"], update.UpdatedPaths.AttributeNames);
        Assert.Equal(
            "m=(x:1) l=[1] s='text'",
            string.Join(" ", update.UpdatedPaths.Apply(Sample).Select(static a => $"{a.Key}={Data.Show(a.Value)}")));
    }

    [Theory]
    [InlineData(33)]
    public void RandomListUpdates_AgreeWithReference(int seed)
    {
        Random random = new(seed);
        ExpressionCompiler compiler = new();
        for (int i = 0; i < 5_000; i++)
        {
            int length = random.Next(6);
            int[] indexes = [.. Enumerable.Range(0, 9).Where(_ => random.Next(3) == 0)];
            random.Shuffle(indexes);
            int[] set = indexes[..(indexes.Length / 2)];
            int[] removed = indexes[(indexes.Length / 2)..];
            if (set.Length == 0) continue;
            string text = "SET " + string.Join(", ", set.Select(static x => $"l[{x}] = :v"))
                + " REMOVE " + string.Join(", ", removed.Select(static x => $"l[{x}]"));

            List<string?> expected = [.. Enumerable.Range(0, length).Select(static e => $"{e}")];
            foreach (int index in set.Order())
            {
                if (index < length) expected[index] = "'v'";
                else expected.Add("'v'");
            }

            foreach (int index in removed.Where(index => index < length)) expected[index] = null;
            TestItem item = Data.Item(("l", Data.List([.. Enumerable.Range(0, length).Select(static e => Data.N($"{e}"))])));
            Update update = compiler.CompileUpdate(text, Data.Bindings((":v", Data.S("v")))).Value!;
            string actual = Data.Show(update.Apply(item).Value![0].Value);
            string wanted = $"[{string.Join(",", expected.Where(static e => e is not null))}]";
            Assert.True(actual == wanted, $"seed {seed}: {text} of {length} gave {actual}");
        }
    }

    private static ExpressionResult<IReadOnlyList<AttributeChange>> Apply(string text) => Compile(text).Apply(Sample);

    private static Update Compile(string text)
    {
        ExpressionResult<Update> result = new ExpressionCompiler().CompileUpdate(text, Data.Bindings(
            (":one", Data.N("1")), (":two", Data.N("2")), (":list", Data.List(Data.S("p"))), (":set", Data.Strings("b", "c")),
            (":all", Data.Strings("a", "b", "z")), (":q", Data.Strings("q"))));
        Assert.Null(result.Error);
        return result.Value!;
    }

    private static string Show(ExpressionResult<IReadOnlyList<AttributeChange>> result) => result.Error?.Message
        ?? string.Join(" ", result.Value!.Select(static change => $"{change.Name}={Data.Show(change.Value)}"));
}
