namespace RustStack.Core.Persistence;

/// <summary>The saved state cannot be used: the start is refused, and nothing on disk was changed.</summary>
/// <param name="message">One sentence that says why and what to do.</param>
/// <param name="innerException">What the disk or the database said.</param>
public sealed class StateException(string message, Exception? innerException = null) : Exception(message, innerException);
