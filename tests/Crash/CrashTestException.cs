namespace RustStack.Crash;

/// <summary>Something that was acknowledged is not there, or something is there that nobody wrote.</summary>
internal sealed class CrashTestException(string message) : Exception(message);
