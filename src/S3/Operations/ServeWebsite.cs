using RustStack.Core.Errors;
using RustStack.S3.Access;
using RustStack.S3.Buckets;
using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Objects;
using RustStack.S3.Protocol;
using RustStack.S3.Website;

namespace RustStack.S3.Operations;

/// <summary>
/// A request to the website endpoint (not in the model; Amazon S3 user guide, "Hosting a static website"): redirects, index documents,
/// objects, error documents.
/// </summary>
/// <param name="buckets">The buckets.</param>
internal sealed class ServeWebsite(BucketRegistry buckets) : S3Operation
{
    private const int MovedPermanently = 301;
    private const int Found = 302;
    private const string ReadAction = "s3:GetObject";

    /// <inheritdoc/>
    public override string Name => "ServeWebsite";

    /// <inheritdoc/>
    public override async ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.Method is not ("GET" or "HEAD")) throw ProtocolErrors.MethodNotAllowed(exchange.Method, "OBJECT");
        StoredBucket bucket = buckets.Find(exchange.Bucket, null);
        WebsiteConfiguration website = bucket.Configuration.Website ?? throw WebsiteErrors.NoConfiguration(bucket.Name);
        if (website.RedirectAllRequestsTo is { } everything)
        {
            string location = WebsiteRouting.Follow(everything, exchange.Key, exchange.Scheme, exchange.QueryString);
            WebsiteAnswer.Redirect(exchange, MovedPermanently, location);
            return;
        }

        if (TryRoute(website, exchange, null)) return;
        AwsException error;
        try
        {
            await ServeAsync(bucket, website, exchange, cancellationToken);
            return;
        }
        catch (AwsException refusal) when (refusal.StatusCode >= 400)
        {
            error = refusal;
        }

        if (TryRoute(website, exchange, error.StatusCode)) return;
        await ServeErrorAsync(bucket, website, error, exchange, cancellationToken);
    }

    private static WebsitePage Find(StoredBucket bucket, WebsiteConfiguration website, S3Exchange exchange)
    {
        try
        {
            return WebsitePage.Find(bucket, website, exchange.Key);
        }
        catch (AwsException error) when (error.Code == "NoSuchKey" && exchange.Caller is { } caller)
        {
            throw AccessRules.MayKnowOfAbsence(bucket, caller) ? error : RequestErrors.AccessDenied();
        }
    }

    private static bool TryRoute(WebsiteConfiguration website, S3Exchange exchange, int? errorStatus)
    {
        if (WebsiteRouting.Find(website, exchange.Key, errorStatus) is not { } rule) return false;
        (int status, string location) = WebsiteRouting.Follow(rule, exchange.Key, exchange.Scheme, exchange.Host);
        WebsiteAnswer.Redirect(exchange, status, location);
        return true;
    }

    private static async ValueTask ServeAsync(
        StoredBucket bucket, WebsiteConfiguration website, S3Exchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.Caller is { } caller) AccessRules.Check(bucket, caller, ReadAction, WebsitePage.KeyOf(website, exchange.Key));
        WebsitePage page = Find(bucket, website, exchange);
        using ObjectLease? lease = page.Lease;
        if (page.FolderLocation is { } folder)
        {
            exchange.SetHeader("x-amz-error-code", "Found");
            exchange.SetHeader("x-amz-error-message", "Resource Found");
            WebsiteAnswer.Redirect(exchange, Found, folder);
            return;
        }

        ObjectProperties properties = lease!.Version.Properties;
        if (properties.WebsiteRedirectLocation is { } location)
        {
            WebsiteAnswer.Redirect(exchange, MovedPermanently, location);
            return;
        }

        if (StorageClasses.IsArchived(properties.StorageClass)) throw ObjectErrors.InvalidObjectState(properties.StorageClass);
        await WebsiteAnswer.WriteAsync(exchange, lease, cancellationToken);
    }

    private static async ValueTask ServeErrorAsync(
        StoredBucket bucket, WebsiteConfiguration website, AwsException error, S3Exchange exchange, CancellationToken cancellationToken)
    {
        if (website.ErrorDocument?.Key is not { } key || error.StatusCode >= 500) throw error;
        if (exchange.Caller is { } caller && !AccessRules.Allows(bucket, caller, ReadAction, key)) throw error;
        byte[] name = ObjectKey.Parse(key);
        using ObjectLease? lease = bucket.TryLease(name);
        if (lease is null) throw new ErrorDocumentException(error, ObjectErrors.NoSuchKey(name));
        await WebsiteAnswer.WriteErrorAsync(exchange, error, lease, cancellationToken);
    }
}
