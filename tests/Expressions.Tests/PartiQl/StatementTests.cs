using RustStack.Expressions.PartiQl;
using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;
using static RustStack.Expressions.Tests.PartiQl.Statements;

namespace RustStack.Expressions.Tests.PartiQl;

public sealed class StatementTests
{
    [Theory]
    [InlineData("SELECT * FROM t", "t", null)]
    [InlineData("select * from \"my.table-1\"", "my.table-1", null)]
    [InlineData("Select * From t.i;", "t", "i")]
    [InlineData("SELECT*FROM\"t\".\"an \"\"index\"\"\"", "t", "an \"index\"")]
    [InlineData("SELECT * FROM \"arn:aws:dynamodb:us-east-1:000000000000:table/t\"", "arn:aws:dynamodb:us-east-1:000000000000:table/t", null)]
    [InlineData("-- all of it\nSELECT /* every */ * FROM t -- there is", "t", null)]
    public void Source_IsTableOrIndex(string text, string table, string? index)
    {
        SelectStatement select = Compile<SelectStatement>(text);

        Assert.Equal((table, index), (select.TableName, select.IndexName));
        Assert.Null(select.Columns);
        Assert.Null(select.Where);
    }

    [Theory]
    [InlineData("a", "a=1")]
    [InlineData("A", "")]
    [InlineData("\"a\"", "a=1")]
    [InlineData("a, m", "a=1 m=(k:'v',l:[1,(x:2)])")]
    [InlineData("m.k", "k='v'")]
    [InlineData("m.l[1].x, a", "x=2 a=1")]
    [InlineData("m.l[0]", "l[0]=1")]
    [InlineData("m['k']", "k='v'")]
    [InlineData("m.\"k\", a, m.none, l[9]", "k='v' a=1")]
    [InlineData("\"#odd\", \":odd\"", "#odd=3 :odd=4")]
    [InlineData("a, n.a", "a=1")]
    public void Columns_AreNamedAfterTheEndOfTheirPath(string columns, string expected)
    {
        TestItem item = Data.Item(
            ("a", Data.N("1")),
            ("m", Data.Map(("k", Data.S("v")), ("l", Data.List(Data.N("1"), Data.Map(("x", Data.N("2"))))))),
            ("n", Data.Map(("a", Data.N("9")))),
            ("#odd", Data.N("3")),
            (":odd", Data.N("4")));

        var parts = Compile<SelectStatement>($"SELECT {columns} FROM t").Columns!.Apply(item);

        Assert.Equal(expected, string.Join(' ', parts.Select(static part => $"{part.Key}={Data.Show(part.Value)}")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("ORDER BY a", "a")]
    [InlineData("order by a asc, \"b\" desc", "a,b-")]
    [InlineData("WHERE a = 1 ORDER BY a DESC", "a-")]
    public void Order_IsAscendingUnlessTold(string clauses, string expected)
    {
        SelectStatement select = Compile<SelectStatement>($"SELECT * FROM t {clauses}");

        Assert.Equal(expected, string.Join(',', select.Order.Select(static key => key.AttributeName + (key.IsDescending ? "-" : ""))));
    }

    [Theory]
    [InlineData("'it''s'", "'it's'")]
    [InlineData("''", "''")]
    [InlineData("'\"é😀--'", "'\"é😀--'")]
    [InlineData("1", "1")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("+ 2", "2")]
    [InlineData("1e3", "1000")]
    [InlineData(".5", "0.5")]
    [InlineData("1.25E-2", "0.0125")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("Null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("[1, 'a', [NULL], {'k': true}]", "[1,'a',[null],(k:true)]")]
    [InlineData("{}", "()")]
    [InlineData("{'a': {'b': [1]}, \"c\": 'd'}", "(a:(b:[1]),c:'d')")]
    [InlineData("<<1, 2.0>>", "{1,2}")]
    [InlineData("<<'a'>>", "{a}")]
    [InlineData("?", "'p0'")]
    [InlineData("[?, {'k': ?}]", "['p0',(k:'p1')]")]
    [InlineData("<<?, ?>>", "{p0,p1}")]
    public void Value_IsRead(string text, string expected)
    {
        AttributeValue[] parameters = [.. Enumerable.Range(0, text.Count(static symbol => symbol == '?')).Select(static i => Data.S($"p{i}"))];

        InsertStatement insert = Compile<InsertStatement>($"INSERT INTO t VALUE {{'x': {text}}}", parameters);

        Assert.Equal(expected, Data.Show(insert.Item.Values["x"]));
    }

    [Fact]
    public void InsertedItem_MayBeAParameter()
    {
        InsertStatement insert = Compile<InsertStatement>("insert into \"t\" value ?", Data.Map(("pk", Data.S("a"))));

        Assert.Equal("(pk:'a')", Data.Show(insert.Item));
    }

    [Theory]
    [InlineData("SET a = 2", "a=2")]
    [InlineData("SET a = 2, b = 'x' SET c = [1] REMOVE d", "a=2 b='x' c=[1] d=-")]
    [InlineData("SET a = a + 1", "a=2")]
    [InlineData("SET a = a - 1", "a=0")]
    [InlineData("SET a=a-?", "a=-4")]
    [InlineData("set l = LIST_APPEND(l, [2])", "l=[1,2]")]
    [InlineData("SET l = list_append([0], l)", "l=[0,1]")]
    [InlineData("SET s = SET_ADD(s, <<'y', 'x'>>)", "s={x,y}")]
    [InlineData("SET s = set_delete(s, <<'x'>>)", "s=-")]
    [InlineData("SET none = set_add(none, <<1>>)", "none={1}")]
    [InlineData("SET m.k = 1 SET m.n = {'o': 2}", "m=(k:1,n:(o:2))")]
    [InlineData("SET l[0] = 'z' REMOVE m.k", "l=['z'] m=()")]
    [InlineData("SET l[9] = 5", "l=[1,5]")]
    [InlineData("REMOVE a REMOVE l[0]", "a=- l=[]")]
    [InlineData("SET b = a", "b=1")]
    public void Update_AppliesActions(string actions, string expected)
    {
        TestItem item = Data.Item(
            ("a", Data.N("1")),
            ("l", Data.List(Data.N("1"))),
            ("s", Data.Strings("x")),
            ("m", Data.Map(("k", Data.S("v")))));
        AttributeValue[] parameters = actions.Contains('?', StringComparison.Ordinal) ? [Data.N("5")] : [];

        UpdateStatement update = Compile<UpdateStatement>($"UPDATE t {actions} WHERE pk = 'x'", parameters);

        IReadOnlyList<AttributeChange> changes = update.Update.Apply(item).Value!;
        Assert.Equal(expected, string.Join(' ', changes.Select(static change => $"{change.Name}={Data.Show(change.Value)}")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("RETURNING ALL OLD *", Returning.AllOld)]
    [InlineData("returning all new *", Returning.AllNew)]
    [InlineData("RETURNING MODIFIED OLD *", Returning.ModifiedOld)]
    [InlineData("RETURNING modified new *;", Returning.ModifiedNew)]
    public void Returning_IsRead(string clause, Returning? expected)
    {
        Assert.Equal(expected, Compile<UpdateStatement>($"UPDATE t SET a = 1 WHERE pk = 'x' {clause}").Returning);
    }

    [Fact]
    public void DeleteAndExists_AreRead()
    {
        DeleteStatement delete = Compile<DeleteStatement>("DELETE FROM t WHERE pk = ? RETURNING ALL OLD *", Data.S("x"));
        ExistsStatement exists = Compile<ExistsStatement>("exists (SELECT * FROM \"t\" WHERE pk = 'x' AND a IS MISSING)");

        Assert.Equal(("t", Returning.AllOld), (delete.TableName, delete.Returning));
        Assert.Equal("'x'", Data.Show(delete.Where!.FindItem(["pk"])!.Key[0].Value));
        Assert.Equal(("t", "'x'"), (exists.TableName, Data.Show(exists.Select.Where!.FindItem(["pk"])!.Key[0].Value)));
    }

    [Fact]
    public void CachedStatement_IsBoundAnew()
    {
        StatementCompiler compiler = new();
        const string text = "INSERT INTO t VALUE {'pk': ?}";

        string[] values = ["a", "b"];

        Assert.All(values, value =>
        {
            var insert = Assert.IsType<InsertStatement>(compiler.Compile(text, [Data.S(value)]).Value);
            Assert.Equal($"(pk:'{value}')", Data.Show(insert.Item));
        });
    }
}
