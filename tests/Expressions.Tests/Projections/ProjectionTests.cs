using RustStack.Expressions.Projections;

namespace RustStack.Expressions.Tests.Projections;

public sealed class ProjectionTests
{
    private static readonly TestItem Sample = Data.Item(
        ("a", Data.N("1")),
        ("m", Data.Map(("x", Data.N("1")), ("y", Data.Map(("z", Data.N("2")), ("w", Data.N("3")))))),
        ("l", Data.List(Data.N("0"), Data.N("1"), Data.Map(("k", Data.N("2")), ("j", Data.N("9"))), Data.N("3"))));

    [Theory]
    [InlineData("a", "a=1")]
    [InlineData("absent", "")]
    [InlineData("m, a", "m=(x:1,y:(w:3,z:2)) a=1")]
    [InlineData("m.y.z", "m=(y:(z:2))")]
    [InlineData("m.y.z, m.x", "m=(x:1,y:(z:2))")]
    [InlineData("m.nope", "")]
    [InlineData("l[3], l[0]", "l=[0,3]")]
    [InlineData("l[2].k, l[0]", "l=[0,(k:2)]")]
    [InlineData("l[9]", "")]
    [InlineData("a.b, m[0], l.x", "")]
    [InlineData("#m.#y", "m=(y:(w:3,z:2))")]
    public void Projection_GivesNamedParts(string text, string expected)
    {
        Projection projection = new ExpressionCompiler().CompileProjection(text, Data.Bindings(("#m", "m"), ("#y", "y"))).Value!;
        Assert.Equal(expected, string.Join(" ", projection.Apply(Sample).Select(static a => $"{a.Key}={Data.Show(a.Value)}")));
    }

    [Fact]
    public void Projection_TellsWhatItReads()
    {
        ExpressionCompiler compiler = new();
        Projection nested = compiler.CompileProjection("m.x, a, m.y", Data.Bindings()).Value!;
        Assert.Equal(["m", "a"], nested.AttributeNames);
        Assert.False(nested.IsTopLevelOnly);
        Assert.True(compiler.CompileProjection("m, a", Data.Bindings()).Value!.IsTopLevelOnly);
    }
}
