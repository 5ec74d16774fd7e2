namespace RustStack.Server.Hosting;

/// <summary>An address could not be listened on.</summary>
/// <param name="message">One sentence that names the address and the reason.</param>
/// <param name="cause">What the system said.</param>
internal sealed class ListenException(string message, Exception cause) : Exception(message, cause);
