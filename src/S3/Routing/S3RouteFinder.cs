using Microsoft.AspNetCore.Http;
using RustStack.Core.Errors;
using RustStack.S3.Errors;
using RustStack.S3.Generated;

namespace RustStack.S3.Routing;

/// <summary>
/// Finds the operation that a request asks for. A sub-resource that S3 knows never falls through to the operations on the bucket or object
/// itself; a parameter that S3 does not know is ignored, as S3 does.
/// </summary>
internal static class S3RouteFinder
{
    /// <summary>Finds the operation.</summary>
    /// <param name="method">The HTTP method in upper case.</param>
    /// <param name="target">What the request names.</param>
    /// <param name="headers">The request's headers.</param>
    /// <returns>The operation's name; it may be one that is not in the model.</returns>
    /// <exception cref="Core.Errors.AwsException">MethodNotAllowed, or InvalidArgument for a sub-resource of another level.</exception>
    public static string Find(string method, S3Target target, IHeaderDictionary headers)
    {
        if (HttpMethods.IsOptions(method)) return "OptionsPreflight";
        if (target.IsWebsite) return "ServeWebsite";
        string? subResource = SubResourceOf(target);
        foreach (S3Route route in S3RouteTable.Find(target.Level, method))
        {
            if (subResource is not null && !route.NamesSubResource) continue;
            if (route.Matches(target, headers)) return Checked(route.Operation, target.Query);
        }

        if (subResource is not null) throw NoRoute(method, target, subResource);
        if (target.Level == S3Level.Bucket && HttpMethods.IsPost(method)) return "PostObject";
        throw ProtocolErrors.MethodNotAllowed(method, target.Level.ToString().ToUpperInvariant());
    }

    /// <summary>A part of an upload that is named by half is refused: it must not become an object.</summary>
    private static string Checked(string operation, S3Query query)
    {
        if (operation is not ("PutObject" or "CopyObject")) return operation;
        if (query.Find("uploadId") is { } uploadId) throw ProtocolErrors.HalfAPart("uploadId", uploadId);
        if (query.Find("partNumber") is { } partNumber) throw ProtocolErrors.HalfAPart("partNumber", partNumber);
        return operation;
    }

    private static AwsException NoRoute(string method, S3Target target, string subResource)
    {
        string[] known = target.Level == S3Level.Object ? S3RouteTable.ObjectSubResources : S3RouteTable.BucketSubResources;
        return known.Contains(subResource)
            ? ProtocolErrors.MethodNotAllowed(method, subResource.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())
            : ProtocolErrors.NoSuchSubResource(subResource, target.Level == S3Level.Object ? "key" : "bucket");
    }

    /// <summary>The first parameter that names a sub-resource of any level; the service itself has none.</summary>
    private static string? SubResourceOf(S3Target target)
    {
        if (target.Level == S3Level.Service) return null;
        foreach ((string name, _) in target.Query.Parameters)
        {
            if (S3RouteTable.BucketSubResources.Contains(name) || S3RouteTable.ObjectSubResources.Contains(name)) return name;
        }

        return null;
    }
}
