namespace RustStack.S3.Forms;

/// <summary>
/// The fields that stand before the file of a form: names in any case, a field that comes twice as a header that comes twice.
/// </summary>
internal sealed class FormFields
{
    private const string FileNameVariable = "${filename}";

    /// <summary>Fields in which the variable is no variable.</summary>
    private static readonly string[] Literal = ["policy", "signature", "x-amz-signature"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>The names in the order of the form, as it writes them.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, string value)
    {
        if (_values.TryGetValue(name, out string? first))
        {
            _values[name] = $"{first},{value}";
            return;
        }

        _values[name] = value;
        _names.Add(name);
    }

    /// <summary>A field's value, or null.</summary>
    /// <param name="name">The name, in any case.</param>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Ends the fields: names the file, for which the variable <c>${filename}</c> stands.</summary>
    /// <param name="fileName">The file's name; a path counts from its last slash or backslash on. Null for none.</param>
    public void SetFileName(string? fileName)
    {
        string name = fileName is null ? "" : fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        foreach (string field in _names)
        {
            if (Literal.Contains(field, StringComparer.OrdinalIgnoreCase)) continue;
            _values[field] = _values[field].Replace(FileNameVariable, name, StringComparison.Ordinal);
        }
    }

    /// <summary>The fields as the headers that PutObject has for the same purpose.</summary>
    /// <returns>Values by header name.</returns>
    public Dictionary<string, string> ToHeaders()
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in _values)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || IsStandardHeader(name)) headers[name] = value;
        }

        if (Find("acl") is { } acl) headers["x-amz-acl"] = acl;
        return headers;
    }

    private static bool IsStandardHeader(string name) => name.ToLowerInvariant() is
        "cache-control" or "content-disposition" or "content-encoding" or "content-language" or "content-type" or "content-md5" or "expires";
}
