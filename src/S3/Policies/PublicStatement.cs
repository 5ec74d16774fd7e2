using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace RustStack.S3.Policies;

/// <summary>
/// Whether a statement makes its policy public: it allows something to everyone, and no condition holds that to fixed values of the keys
/// that the Amazon S3 user guide names under "The meaning of public".
/// </summary>
internal static class PublicStatement
{
    private const int BroadestPrefixV4 = 8;
    private const int BroadestPrefixV6 = 32;
    private const int AccountPart = 4;
    private const string AnyValue = "ForAnyValue:";

    private static readonly FrozenSet<string> FixingKeys = FrozenSet.ToFrozenSet(
        [
            "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceAccount", "aws:SourceArn",
            "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce", "aws:userid",
            "aws:VpcSourceIp", "s3:DataAccessPointAccount", "s3:DataAccessPointArn", "s3:x-amz-server-side-encryption-aws-kms-key-id",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FixingOperators = FrozenSet.ToFrozenSet(
        ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a statement is public.</summary>
    /// <param name="statement">The statement.</param>
    public static bool IsPublic(PolicyStatement statement) =>
        statement.IsAllow
        && (statement.ExceptPrincipals || statement.Principals.Any(static principal => principal.IsEveryone))
        && !statement.Conditions.Any(IsFixing);

    private static bool IsFixing(PolicyCondition condition)
    {
        bool isAny = condition.Operator.StartsWith(AnyValue, StringComparison.OrdinalIgnoreCase);
        string name = isAny ? condition.Operator[AnyValue.Length..] : condition.Operator;
        if (!FixingKeys.Contains(condition.Key) || !FixingOperators.Contains(name)) return false;
        if (condition.Key.EndsWith("SourceIp", StringComparison.OrdinalIgnoreCase)) return condition.Values.All(IsNarrow);
        bool isAccessPoint = condition.Key.Equals("s3:DataAccessPointArn", StringComparison.OrdinalIgnoreCase);
        return condition.Values.All(isAccessPoint ? NamesAccount : IsFixed);
    }

    private static bool IsFixed(string value) => !PolicyPattern.HasWildcard(value) && !value.Contains("${", StringComparison.Ordinal);

    /// <summary>An access point may have a wildcard for its name, when its account is fixed.</summary>
    private static bool NamesAccount(string arn) =>
        arn.Split(':') is { Length: > AccountPart } parts && parts[AccountPart].Length > 0 && IsFixed(parts[AccountPart]);

    /// <summary>Ranges of addresses that are broader than /8 (IPv6: /32) are as good as everyone.</summary>
    private static bool IsNarrow(string range)
    {
        int slash = range.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? range : range[..slash], out IPAddress? address)) return false;
        if (slash < 0) return true;
        int broadest = address.AddressFamily == AddressFamily.InterNetwork ? BroadestPrefixV4 : BroadestPrefixV6;
        return int.TryParse(range.AsSpan(slash + 1), out int bits) && bits >= broadest;
    }
}
