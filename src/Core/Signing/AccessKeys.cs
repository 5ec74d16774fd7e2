using System.Collections.Frozen;
using RustStack.Core.Requests;

namespace RustStack.Core.Signing;

/// <summary>The key pairs that signature verification accepts, and the accounts that access keys stand for.</summary>
public sealed class AccessKeys
{
    private const int AccountIdLength = 12;

    private readonly FrozenDictionary<string, AccessKey> _keys;

    /// <summary>Takes the key pairs.</summary>
    /// <param name="keys">The pairs; of two with one id the first counts.</param>
    public AccessKeys(IEnumerable<AccessKey> keys) =>
        _keys = keys.DistinctBy(static key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(static key => key.Id, StringComparer.Ordinal);

    /// <summary>No key pair at all: every access key stands for the account that its form gives.</summary>
    public static AccessKeys None { get; } = new([]);

    /// <summary>Finds a key pair.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <returns>The pair, or null when it is not accepted.</returns>
    public AccessKey? Find(string accessKeyId) => _keys.GetValueOrDefault(accessKeyId);

    /// <summary>The account that an access key stands for, whether or not it is accepted.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <returns>The account of its pair, else what <see cref="DefaultAccount"/> says.</returns>
    public string AccountOf(string accessKeyId) => Find(accessKeyId)?.AccountId ?? DefaultAccount(accessKeyId);

    /// <summary>The account of an access key that nothing else is said of.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <returns>The access key itself when it is exactly 12 digits, else <see cref="RequestContext.DefaultAccountId"/>.</returns>
    public static string DefaultAccount(string accessKeyId) => IsAccountId(accessKeyId) ? accessKeyId : RequestContext.DefaultAccountId;

    /// <summary>Whether a text is an account id: exactly 12 digits.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsAccountId(string text) => text.Length == AccountIdLength && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
