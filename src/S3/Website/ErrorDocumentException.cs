using RustStack.Core.Errors;

namespace RustStack.S3.Website;

/// <summary>An error of a website whose own error document cannot be served either.</summary>
internal sealed class ErrorDocumentException : AwsException
{
    /// <summary>Makes the error.</summary>
    /// <param name="cause">What the request is answered with.</param>
    /// <param name="document">Why the error document cannot be served.</param>
    public ErrorDocumentException(AwsException cause, AwsException document)
        : base(cause.Code, cause.StatusCode, cause.Message)
    {
        Document = document;
        foreach ((string name, string value) in cause.Members) With(name, value);
    }

    /// <summary>Why the error document cannot be served.</summary>
    public AwsException Document { get; }
}
