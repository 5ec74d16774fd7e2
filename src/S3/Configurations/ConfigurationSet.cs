using System.Collections.Immutable;
using System.Text;
using RustStack.S3.Errors;
using RustStack.S3.Listing;

namespace RustStack.S3.Configurations;

/// <summary>
/// The configurations of one kind that a bucket has by id: analytics, inventory, metrics and intelligent tiering are kept alike.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class ConfigurationSet<T>
    where T : class
{
    /// <summary>The most configurations of a kind (Amazon S3 API reference).</summary>
    public const int MaxCount = 1000;

    /// <summary>The most configurations of a page.</summary>
    public const int PageSize = 100;

    private const int MaxIdLength = 64;

    private readonly ImmutableSortedDictionary<string, T> _byId;

    private ConfigurationSet(ImmutableSortedDictionary<string, T> byId) => _byId = byId;

    /// <summary>None.</summary>
    public static ConfigurationSet<T> Empty { get; } = new(ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal));

    /// <summary>Every configuration by ascending id.</summary>
    public IEnumerable<T> All => _byId.Values;

    /// <summary>Finds a configuration.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="Core.Errors.AwsException">NoSuchConfiguration.</exception>
    public T Find(string id) => _byId.TryGetValue(id, out T? found) ? found : throw ConfigurationErrors.NoSuchConfiguration();

    /// <summary>Puts a configuration, in place of the one of its id that may be there.</summary>
    /// <param name="id">The id that the request names.</param>
    /// <param name="documentId">The id in the document.</param>
    /// <param name="value">The configuration.</param>
    /// <returns>The new set.</returns>
    /// <exception cref="Core.Errors.AwsException">The ids differ or are not valid, or there are too many configurations.</exception>
    public ConfigurationSet<T> With(string id, string documentId, T value)
    {
        if (id != documentId) throw ConfigurationErrors.IdMismatch();
        if (id.Length > MaxIdLength) throw ConfigurationErrors.InvalidId(id);
        if (_byId.Count >= MaxCount && !_byId.ContainsKey(id)) throw ConfigurationErrors.TooMany(MaxCount);
        return new(_byId.SetItem(id, value));
    }

    /// <summary>Takes a configuration out.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The new set.</returns>
    /// <exception cref="Core.Errors.AwsException">NoSuchConfiguration.</exception>
    public ConfigurationSet<T> Without(string id) =>
        _byId.ContainsKey(id) ? new(_byId.Remove(id)) : throw ConfigurationErrors.NoSuchConfiguration();

    /// <summary>One page of the configurations.</summary>
    /// <param name="token">The token of the page before; null for the first.</param>
    /// <returns>The page.</returns>
    /// <exception cref="Core.Errors.AwsException">The token is no page's.</exception>
    public ConfigurationPage<T> Page(string? token)
    {
        string? after = string.IsNullOrEmpty(token) ? null : Encoding.UTF8.GetString(ContinuationToken.Parse(token));
        KeyValuePair<string, T>[] following = [.. _byId
            .Where(entry => after is null || string.CompareOrdinal(entry.Key, after) > 0)
            .Take(PageSize + 1)];
        bool isTruncated = following.Length > PageSize;
        string? next = isTruncated ? ContinuationToken.Create(Encoding.UTF8.GetBytes(following[PageSize - 1].Key)) : null;
        return new([.. following.Take(PageSize).Select(static entry => entry.Value)], next);
    }
}
