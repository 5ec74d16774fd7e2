using System.Runtime.InteropServices;

namespace RustStack.Server;

/// <summary>Waits for SIGTERM or SIGINT. A second signal ends the process at once.</summary>
internal sealed class ShutdownSignal : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _interrupt;

    /// <summary>Starts to listen for the signals.</summary>
    public ShutdownSignal()
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive);
    }

    /// <summary>Ends when the first signal arrives.</summary>
    public Task Received => _received.Task;

    /// <summary>Gives the signals back to the system.</summary>
    public void Dispose()
    {
        _terminate.Dispose();
        _interrupt.Dispose();
    }

    private void Receive(PosixSignalContext context) => context.Cancel = _received.TrySetResult();
}
