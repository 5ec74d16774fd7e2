using Microsoft.Extensions.Logging;

namespace RustStack.Server.Tests.Settings;

public sealed class LoggingOptionsTests
{
    [Theory]
    [InlineData("", "RustStack.S3", LogLevel.Information)]
    [InlineData("LOG_LEVEL=ERROR", "RustStack.S3", LogLevel.Error)]
    [InlineData("LOG_LEVEL=warning", "RustStack.S3", LogLevel.Warning)]
    [InlineData("LS_LOG=trace", "RustStack.S3", LogLevel.Trace)]
    [InlineData("LS_LOG=trace LOG_LEVEL=warn", "RustStack.S3", LogLevel.Warning)]
    [InlineData("DEBUG=1", "RustStack.S3", LogLevel.Debug)]
    [InlineData("DEBUG=0", "RustStack.S3", LogLevel.Information)]
    [InlineData("DEBUG=1 LOG_LEVEL=info", "RustStack.S3", LogLevel.Information)]
    [InlineData("RUST_LOG=debug LOG_LEVEL=error", "RustStack.S3", LogLevel.Debug)]
    [InlineData("RUST_LOG=off", "RustStack.S3", LogLevel.None)]
    [InlineData("RUST_LOG=s3=debug", "RustStack.S3.Routing.S3Router", LogLevel.Debug)]
    [InlineData("RUST_LOG=s3=debug", "RustStack.DynamoDb", LogLevel.Information)]
    [InlineData("RUST_LOG=s3=debug", "RustStack.S3Extra", LogLevel.Information)]
    [InlineData("RUST_LOG=warn,ruststack_dynamodb=trace", "RustStack.DynamoDb", LogLevel.Trace)]
    [InlineData("RUST_LOG=warn,ruststack::s3=info", "RustStack.S3", LogLevel.Information)]
    [InlineData("RUST_LOG=s3=debug,s3.routing=error,warn", "RustStack.S3.Routing.S3Router", LogLevel.Error)]
    public void Settings_GiveLevelOfCategory(string pairs, string category, LogLevel expected) => Assert.Equal(
        expected,
        OptionsReader.ReadUsable(pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Logging.Filter.LevelOf(category));
}
