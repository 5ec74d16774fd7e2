namespace RustStack.Core.Persistence;

/// <summary>A change could not be saved: nothing of it is left, in memory or on disk. A service answers with its internal error.</summary>
/// <param name="message">Why, without paths.</param>
/// <param name="innerException">What the disk or the database said.</param>
public sealed class JournalException(string message, Exception? innerException = null) : Exception(message, innerException);
