using RustStack.Core.Options;

namespace RustStack.Server.Settings;

/// <summary>The settings of the gateway in front of the services.</summary>
/// <param name="Addresses"><c>GATEWAY_LISTEN</c>: where to listen, at least one, none covering another.</param>
/// <param name="DefaultRegion"><c>DEFAULT_REGION</c>: the region of requests that name none.</param>
internal sealed record GatewayOptions(IReadOnlyList<ListenAddress> Addresses, string DefaultRegion)
{
    /// <summary>Most addresses that <c>GATEWAY_LISTEN</c> may name.</summary>
    public const int MaxAddresses = 16;

    private const int MaxRegionLength = 32;

    private static readonly Setting ListenSetting = new(
        "GATEWAY_LISTEN",
        "0.0.0.0:4566",
        "a comma-separated list of at most 16 addresses such as 0.0.0.0:4566, [::]:4566 or localhost:4566",
        "address(es) to listen on, ip:port[,ip:port]");

    private static readonly Setting RegionSetting = new(
        "DEFAULT_REGION", "us-east-1", "a region name such as us-east-1", "region when a request names none");

    /// <summary>Reads the settings.</summary>
    /// <param name="reader">Where they come from; it collects the errors.</param>
    /// <returns>The options, with defaults in place of unusable values.</returns>
    public static GatewayOptions Read(SettingsReader reader) =>
        new(reader.Read(ListenSetting, ParseAddresses), reader.Read(RegionSetting, ParseRegion));

    private static List<ListenAddress>? ParseAddresses(string text)
    {
        List<ListenAddress> addresses = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ListenAddress.Parse(part) is not { } address || addresses.Count == MaxAddresses) return null;
            if (addresses.Exists(earlier => earlier.Covers(address))) continue;
            addresses.RemoveAll(address.Covers);
            addresses.Add(address);
        }

        return addresses;
    }

    private static string? ParseRegion(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return null;
        }

        return text.Length <= MaxRegionLength && char.IsAsciiLetterLower(text[0]) ? text : null;
    }
}
