using RustStack.Core.Requests;

namespace RustStack.S3.Objects;

/// <summary>Times of objects and buckets: S3 tells them in whole seconds.</summary>
internal static class ObjectTime
{
    /// <summary>The time of a request in whole seconds.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The time without its fraction.</returns>
    public static DateTimeOffset Of(RequestContext context) => Of(context.Time);

    /// <summary>A time in whole seconds.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The time without its fraction.</returns>
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
