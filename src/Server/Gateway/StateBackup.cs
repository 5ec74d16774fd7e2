using RustStack.Core.Requests;
using RustStack.Storage.Sqlite;

namespace RustStack.Server.Gateway;

/// <summary>
/// <c>POST /_localstack/state/save</c>: the whole saved state as one file, while requests go on. Whoever may ask gets everything, so it is
/// refused where signatures are verified.
/// </summary>
/// <param name="state">The state; null when nothing is saved.</param>
/// <param name="isOpen">Whether requests need no signature.</param>
/// <param name="logger">Is told what the client is not: the reason of a failure, which may name folders.</param>
internal sealed class StateBackup(StateDirectory? state, bool isOpen, ILogger logger)
{
    private const string Path = "/_localstack/state/save";
    private const string ContentType = "application/x-tar";

    /// <summary>Whether a request asks for it. As with the other endpoints of the instance, a request of an AWS client does not.</summary>
    /// <param name="request">The request.</param>
    /// <returns>True when it does.</returns>
    public static bool Matches(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value == Path && CredentialScope.Of(request) is null;

    /// <summary>Answers.</summary>
    /// <param name="context">The exchange.</param>
    /// <returns>A task that ends when the answer is written.</returns>
    public async Task AnswerAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        if (!isOpen)
        {
            await JsonAnswer.WriteMessageAsync(response, StatusCodes.Status403Forbidden, "Signatures are verified: use ruststack state export.");
            return;
        }

        if (state is null)
        {
            await JsonAnswer.WriteMessageAsync(response, StatusCodes.Status409Conflict, "Nothing is saved: PERSISTENCE is off.");
            return;
        }

        try
        {
            response.ContentType = ContentType;
            await state.SaveAsync(response.Body, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (IOException exception)
        {
            GatewayLog.BackupFailed(logger, exception.Message);
            await FailAsync(context);
        }
    }

    private static async Task FailAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        await JsonAnswer.WriteMessageAsync(context.Response, StatusCodes.Status500InternalServerError, "The state cannot be copied; the log says why.");
    }
}
