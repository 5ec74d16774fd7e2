namespace RustStack.S3.Routing;

/// <summary>A request's query, parsed once: names and values in order, percent-decoded, a plus as a space.</summary>
internal sealed class S3Query
{
    /// <summary>The query of a request without one.</summary>
    public static readonly S3Query Empty = new([]);

    private readonly KeyValuePair<string, string>[] _parameters;

    private S3Query(KeyValuePair<string, string>[] parameters)
    {
        _parameters = parameters;
        IsPresigned = Has("X-Amz-Signature") || Has("X-Amz-Credential") || (Has("Signature") && Has("AWSAccessKeyId"));
    }

    /// <summary>Whether the query carries the request's signature.</summary>
    public bool IsPresigned { get; }

    /// <summary>The parameters in the order of the query.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    /// <summary>Parses a query.</summary>
    /// <param name="text">The query without its question mark.</param>
    /// <returns>The query, or null when it is not percent-encoded UTF-8.</returns>
    public static S3Query? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return Empty;
        List<KeyValuePair<string, string>> parameters = [];
        foreach (Range part in text.Split('&'))
        {
            ReadOnlySpan<char> parameter = text[part];
            if (parameter.IsEmpty) continue;
            int equals = parameter.IndexOf('=');
            string? name = PercentEncoding.Decode(equals < 0 ? parameter : parameter[..equals], plusIsSpace: true);
            string? value = equals < 0 ? "" : PercentEncoding.Decode(parameter[(equals + 1)..], plusIsSpace: true);
            if (name is null || value is null) return null;
            parameters.Add(new(name, value));
        }

        return new([.. parameters]);
    }

    /// <summary>A parameter's value: the first of several, empty where the name stands alone, null where it is absent.</summary>
    /// <param name="name">The name in exact case.</param>
    public string? Find(string name) => Find(name, StringComparison.Ordinal);

    /// <summary>A parameter's value as <see cref="Find(string)"/> gives it.</summary>
    /// <param name="name">The name in any case.</param>
    public string? FindAnyCase(string name) => Find(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a parameter is there, with or without value.</summary>
    /// <param name="name">The name in exact case.</param>
    public bool Has(string name) => Find(name) is not null;

    private string? Find(string name, StringComparison comparison)
    {
        foreach ((string key, string value) in _parameters)
        {
            if (string.Equals(key, name, comparison)) return value;
        }

        return null;
    }
}
