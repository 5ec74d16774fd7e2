namespace RustStack.Core.Errors;

/// <summary>
/// An error that AWS defines and the caller is meant to see. Operations throw this and nothing else; one place per protocol
/// turns it into XML or JSON. Create it through the named factories of the service's <c>Errors</c> folder.
/// </summary>
/// <param name="code">AWS's error code, such as <c>NoSuchBucket</c> or <c>ResourceNotFoundException</c>, without a namespace.</param>
/// <param name="statusCode">The HTTP status that AWS answers with this error, 300 to 599.</param>
/// <param name="message">The message in AWS's words.</param>
public class AwsException(string code, int statusCode, string message) : Exception(message)
{
    private readonly List<KeyValuePair<string, string>> _members = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status of the answer.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>Further members of the error document in the order that AWS writes them, such as <c>BucketName</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Members => _members;

    /// <summary>Headers of the answer that are the error's own, such as <c>Allow</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Adds a header to the answer.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value, fit for a header.</param>
    /// <returns>This exception, so that a factory reads as one expression.</returns>
    public AwsException WithHeader(string name, string value)
    {
        _headers.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a member to the error document.</summary>
    /// <param name="name">The member's element name.</param>
    /// <param name="value">Its text, unescaped.</param>
    /// <returns>This exception, so that a factory reads as one expression.</returns>
    public AwsException With(string name, string value)
    {
        _members.Add(new(name, value));
        return this;
    }
}
