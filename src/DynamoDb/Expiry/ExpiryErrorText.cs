namespace RustStack.DynamoDb.Expiry;

/// <summary>AWS's texts for changes of time to live that it refuses.</summary>
internal static class ExpiryErrorText
{
    public const string Enabled = "TimeToLive is already enabled";
    public const string Disabled = "TimeToLive is already disabled";

    public static string OtherAttribute(string current) =>
        $"TimeToLive is active on a different AttributeName: current AttributeName is {current}";
}
