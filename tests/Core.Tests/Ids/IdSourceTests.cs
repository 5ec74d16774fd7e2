using RustStack.Core.Ids;

namespace RustStack.Core.Tests.Ids;

public sealed class IdSourceTests
{
    [Fact]
    public void S3RequestId_IsSixteenUpperCaseHexDigits() => Assert.Matches("^[0-9A-F]{16}$", new IdSource().NewS3RequestId());

    [Fact]
    public void DynamoDbRequestId_IsFiftyTwoCharactersOfBase32() => Assert.Matches("^[0-9A-V]{52}$", new IdSource().NewDynamoDbRequestId());

    [Fact]
    public void Uuid_IsOfVersionFour() =>
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", new IdSource().NewUuid().ToString());

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "ff")]
    [InlineData(4, "ffffffff")]
    public void Hex_HasTwoDigitsForEachByte(int bytes, string expected) => Assert.Equal(expected, new AllOnes().NewHex(bytes));

    [Fact]
    public void Hex_IsLimited() => Assert.Throws<ArgumentOutOfRangeException>(() => new IdSource().NewHex(65));

    [Fact]
    public void OverriddenFill_MakesEveryIdRepeatable()
    {
        var ids = new AllOnes();

        Assert.Equal("FFFFFFFFFFFFFFFF", ids.NewS3RequestId());
        Assert.Equal(new string('V', 52), ids.NewDynamoDbRequestId());
        Assert.Equal("ffffffff-ffff-4fff-bfff-ffffffffffff", ids.NewUuid().ToString());
    }

    [Fact]
    public void Ids_Differ()
    {
        var ids = new IdSource();

        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => ids.NewUuid()).Distinct().Count());
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => ids.NewS3RequestId()).Distinct().Count());
    }

    private sealed class AllOnes : IdSource
    {
        public override void Fill(Span<byte> bytes) => bytes.Fill(0xFF);
    }
}
