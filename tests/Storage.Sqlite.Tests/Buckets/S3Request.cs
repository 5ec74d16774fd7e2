using System.Text;

namespace RustStack.Storage.Sqlite.Tests.Buckets;

/// <summary>A request.</summary>
internal sealed record S3Request(string Method, string Target, byte[]? Body = null)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static S3Request Get(string target) => new("GET", target);

    public static S3Request Put(string target, string body, params (string Name, string Value)[] headers) =>
        new("PUT", target, Encoding.UTF8.GetBytes(body)) { Headers = headers };
}
