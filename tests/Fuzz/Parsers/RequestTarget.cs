using System.Text;
using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.Core.Ids;
using RustStack.Core.Requests;
using RustStack.Core.Signing;
using RustStack.S3;
using RustStack.S3.Buckets;
using RustStack.S3.Routing;
using RustStack.S3.Signing;

namespace RustStack.Fuzz.Parsers;

/// <summary>Request targets, presigned ones among them: routed, and authenticated as nobody.</summary>
internal sealed class RequestTarget : IParserTarget
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS"];

    private readonly S3TargetReader _reader = new(new S3Options(false, true, S3Options.DefaultDomain, 1024));
    private readonly S3Authentication _authentication = new(new AccessKeys([new("test", "test", "000000000000")]), new BucketRegistry(new IdSource()), "us-east-1");

    public string Corpus => "targets";

    public void Run(byte[] input)
    {
        string target = Encoding.UTF8.GetString(input);
        S3Target read = _reader.Read(target, "localhost:4566");
        _reader.Read("/key?acl", target);
        HeaderDictionary headers = new() { ["Host"] = "localhost:4566" };
        foreach (string method in Methods) Attempt(() => S3RouteFinder.Find(method, read, headers));
        Caller caller = _authentication.Authenticate(new RequestHead("GET", target, headers), read, new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
        if (caller.Signer is not null) throw new InvalidOperationException("It was taken for a signature.");
    }

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (AwsException exception) when (exception.StatusCode is < 500 or 501)
        {
            // Refused; the next method may do.
        }
    }
}
