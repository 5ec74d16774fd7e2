using RustStack.Core.Persistence;

namespace RustStack.S3.Lifecycle;

/// <summary>
/// Changes that a pass begins and does not wait for. One that cannot be saved has been taken back, and the journal has said so: what was due
/// is due again in the next pass.
/// </summary>
internal static class UnwaitedChange
{
    /// <summary>Goes on without waiting for a change to be saved.</summary>
    /// <param name="change">The change, made or refused already.</param>
    /// <exception cref="Core.Errors.AwsException">It was refused.</exception>
    /// <exception cref="JournalException">Nothing can be saved at the moment.</exception>
    public static void Leave(ValueTask change)
    {
        if (change.IsCompleted) change.GetAwaiter().GetResult();
        else _ = SettleAsync(change);
    }

    private static async Task SettleAsync(ValueTask change)
    {
        try
        {
            await change;
        }
        catch (JournalException)
        {
            // Whoever looks at this later sees everything as it was before.
        }
    }
}
