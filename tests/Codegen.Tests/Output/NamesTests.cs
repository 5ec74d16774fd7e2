using RustStack.Codegen.Output;

namespace RustStack.Codegen.Tests.Output;

public sealed class NamesTests
{
    [Theory]
    [InlineData("eventID", "EventID")]
    [InlineData("TableName", "TableName")]
    public void Property_StartsInUpperCase(string name, string expected) => Assert.Equal(expected, Names.Property(name));

    [Theory]
    [InlineData("TableName", "tableName")]
    [InlineData("SSESpecification", "sSESpecification")]
    public void Path_StartsInLowerCase(string name, string expected) => Assert.Equal(expected, Names.Path(name));

    [Theory]
    [InlineData("PAY_PER_REQUEST", "PayPerRequest")]
    [InlineData("S", "S")]
    [InlineData("AES256", "Aes256")]
    [InlineData("ConditionalCheckFailed", "ConditionalCheckFailed")]
    public void Constant_IsPascalCase(string name, string expected) => Assert.Equal(expected, Names.Constant(name));

    [Theory]
    [InlineData("a\"\\\t", "\"a\\\"\\\\\\t\"")]
    public void Literal_IsEscaped(string text, string expected) => Assert.Equal(expected, Names.Literal(text));
}
