using RustStack.Core.Errors;

namespace RustStack.Core.Tests.Errors;

public sealed class AwsExceptionTests
{
    [Fact]
    public void Error_CarriesCodeStatusAndMessage()
    {
        var error = new AwsException("NoSuchBucket", 404, "The specified bucket does not exist");

        Assert.Equal("NoSuchBucket", error.Code);
        Assert.Equal(404, error.StatusCode);
        Assert.Equal("The specified bucket does not exist", error.Message);
        Assert.Empty(error.Members);
    }

    [Fact]
    public void Members_KeepTheirOrder()
    {
        var error = new AwsException("InvalidArgument", 400, "m");

        Assert.Same(error, error.With("ArgumentName", "max-keys").With("ArgumentValue", "x"));
        Assert.Equal([new("ArgumentName", "max-keys"), new("ArgumentValue", "x")], error.Members);
    }
}
