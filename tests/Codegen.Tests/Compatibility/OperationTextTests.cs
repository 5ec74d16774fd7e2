using RustStack.Codegen.Compatibility;
using RustStack.Codegen.Model;

namespace RustStack.Codegen.Tests.Compatibility;

public sealed class OperationTextTests
{
    private static readonly Operation Put = InlineModel.Of(
        """
        "Name": { "target": "smithy.api#String" }, "Payer": { "target": "smithy.api#String" }, "Options": { "target": "smithy.api#String" }
        """).Operations.Single();

    private readonly HashSet<ParameterException> _used = [];

    [Fact]
    public void OperationIsNotThere_RefusesEveryParameter() =>
        Assert.Equal("### Put\n\nRefused: `Name`, `Payer`, `Options`.\n", OperationText.Write(Put, null, _used));

    [Fact]
    public void NoException_SupportsEveryParameter() =>
        Assert.Equal("### Put\n\nSupported: `Name`, `Payer`, `Options`.\n", OperationText.Write(Put, [], _used));

    [Fact]
    public void Exceptions_StandInATable()
    {
        ParameterException payer = new("t", "*", "Payer", "no effect", "Nobody pays.");
        ParameterException part = new("t", "Put", "Options.Key", "refused", "There are no keys.");
        ParameterException other = new("t", "Get", "Name", "refused", "Another operation's.");

        string text = OperationText.Write(Put, [payer, part, other], _used);

        Assert.Equal(
            "### Put\n\nSupported: `Name`, `Options`.\n\n| parameter | status | notes |\n|---|---|---|\n"
            + "| `Payer` | no effect | Nobody pays. |\n| `Options.Key` | refused | There are no keys. |\n",
            text);
        Assert.Equal([payer, part], _used.OrderByDescending(static row => row.Operation == "*"));
    }

    [Fact]
    public void OwnException_WinsOverThatOfEveryOperation()
    {
        ParameterException every = new("t", "*", "Payer", "no effect", "Nobody pays.");
        ParameterException own = new("t", "Put", "Payer", "stored only", "Kept.");

        string text = OperationText.Write(Put, [every, own], _used);

        Assert.Contains("| `Payer` | stored only | Kept. |", text, StringComparison.Ordinal);
        Assert.Equal([own], _used);
    }

    [Theory]
    [InlineData("s3\tPut\tName\trefused")]
    [InlineData("s3\tPut\tName\tignored\tNo.")]
    public void RowOfAnotherForm_IsRefused(string row) =>
        Assert.Throws<FormatException>(() => ParameterException.ReadAll(["service\toperation\tparameter\tstatus\tnote", row]));
}
