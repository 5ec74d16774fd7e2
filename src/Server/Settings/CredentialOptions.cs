using System.Globalization;
using RustStack.Core.Options;
using RustStack.Core.Signing;

namespace RustStack.Server.Settings;

/// <summary>The key pairs that signature verification accepts.</summary>
/// <param name="Keys">
/// The pair of <c>ACCESS_KEY</c> (else <c>AWS_ACCESS_KEY_ID</c>) and <c>SECRET_KEY</c> (else <c>AWS_SECRET_ACCESS_KEY</c>), and those of
/// <c>CREDENTIALS</c>. Where <c>CREDENTIALS</c> alone is set, the default pair does not count.
/// </param>
internal sealed record CredentialOptions(AccessKeys Keys)
{
    /// <summary>The most pairs that <c>CREDENTIALS</c> may name.</summary>
    public const int MaxPairs = 1_000;

    private const string List = "CREDENTIALS";
    private const string AccessKeyName = "ACCESS_KEY";
    private const string AwsAccessKeyName = "AWS_ACCESS_KEY_ID";
    private const string Default = "test";
    private const string Form = "key:secret or key:secret:account, with an account of 12 digits";

    private static readonly Setting ListSetting = new(
        List, "", $"a comma-separated list of {Form}", "further key pairs, key:secret[:account],...");

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options.</returns>
    public static CredentialOptions Read(SettingsReader reader)
    {
        string accessKey = Read(reader, AccessKeyName, AwsAccessKeyName, "access key that signature verification accepts");
        string secretKey = Read(reader, "SECRET_KEY", "AWS_SECRET_ACCESS_KEY", "secret key that signature verification accepts");
        List<AccessKey> pairs = ReadList(reader);
        bool isPairSet = reader.IsSet(AccessKeyName) || reader.IsSet(AwsAccessKeyName);
        if (isPairSet && pairs.Exists(pair => pair.Id == accessKey))
        {
            reader.AddError($"{List} names the access key '{accessKey}', which {AccessKeyName} or {AwsAccessKeyName} names as well.");
        }

        if (isPairSet || pairs.Count == 0) pairs.Add(new(accessKey, secretKey, AccessKeys.DefaultAccount(accessKey)));
        return new(new AccessKeys(pairs));
    }

    private static string Read(SettingsReader reader, string name, string fallback, string description)
    {
        string own = reader.ReadText(new(name, Default, "a text", description));
        string other = reader.ReadText(new(fallback, Default, "a text", $"the same, where {name} is not set"));
        return reader.IsSet(name) ? own : other;
    }

    /// <summary>Reads the list. What is wrong with it is told by the entry's place: an entry has a secret in it.</summary>
    private static List<AccessKey> ReadList(SettingsReader reader)
    {
        List<AccessKey> pairs = [];
        string text = reader.ReadText(ListSetting);
        if (text.Length == 0) return pairs;
        string[] entries = text.Split(',', StringSplitOptions.TrimEntries);
        if (entries.Length > MaxPairs)
        {
            reader.AddError(string.Create(CultureInfo.InvariantCulture, $"{List} has {entries.Length} entries, but at most {MaxPairs} are allowed."));
            return pairs;
        }

        for (int i = 0; i < entries.Length; i++)
        {
            if (Parse(entries[i]) is not { } pair)
            {
                reader.AddError(string.Create(CultureInfo.InvariantCulture, $"Entry {i + 1} of {List} is unusable: it must be {Form}."));
            }
            else if (pairs.Exists(earlier => earlier.Id == pair.Id))
            {
                reader.AddError($"{List} names the access key '{pair.Id}' twice.");
            }
            else
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private static AccessKey? Parse(string entry)
    {
        string[] parts = entry.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3) || parts[0].Length == 0 || parts[1].Length == 0) return null;
        if (parts.Length == 2) return new(parts[0], parts[1], AccessKeys.DefaultAccount(parts[0]));
        return AccessKeys.IsAccountId(parts[2]) ? new(parts[0], parts[1], parts[2]) : null;
    }
}
