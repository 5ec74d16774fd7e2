using Microsoft.AspNetCore.Http;
using RustStack.Core.Requests;

namespace RustStack.Core.Routing;

/// <summary>
/// A service behind the gateway. The gateway asks each in turn and hands the request to the first that matches;
/// a new service implements this and is named in one line of the composition root. Disposing it, once no request is under way, releases
/// what it holds outside memory.
/// </summary>
public interface IServiceRouter : IAsyncDisposable
{
    /// <summary>The service's names as health and info show them, such as <c>s3</c>: one, or more when one router serves several AWS services.</summary>
    IReadOnlyList<string> ServiceNames { get; }

    /// <summary>Whether this service answers the request. Cheap and without side effects: it looks at the head only.</summary>
    /// <param name="request">The request's head; the body is untouched.</param>
    /// <returns>True when <see cref="HandleAsync"/> is to be called.</returns>
    bool Matches(HttpRequest request);

    /// <summary>A new request id in the form that the service uses.</summary>
    /// <returns>The id that <see cref="RequestContext.RequestId"/> will hold.</returns>
    string NewRequestId();

    /// <summary>
    /// Answers the request completely, errors of the service included. Only cancellation (the client went away) and defects leave as exceptions.
    /// </summary>
    /// <param name="context">The exchange; its <see cref="HttpContext.RequestAborted"/> ends the work.</param>
    /// <param name="request">Who asks, where and when.</param>
    /// <returns>A task that ends when the answer is written.</returns>
    Task HandleAsync(HttpContext context, RequestContext request);
}
