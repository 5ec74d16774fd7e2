using RustStack.Core.Requests;

namespace RustStack.S3.Objects;

/// <summary>Times of objects and buckets: S3 tells them in whole seconds.</summary>
internal static class ObjectTime
{
    /// <summary>The time of a request in whole seconds.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The time without its fraction.</returns>
    public static DateTimeOffset Of(RequestContext context) =>
        new(context.Time.UtcTicks - (context.Time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
