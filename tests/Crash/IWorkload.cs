namespace RustStack.Crash;

/// <summary>Something that writes until the instance is gone, and then knows what must be there.</summary>
internal interface IWorkload
{
    /// <summary>How many writes were acknowledged so far.</summary>
    long Acknowledged { get; }

    /// <summary>Makes what it needs, once.</summary>
    Task PrepareAsync(Instance instance);

    /// <summary>Writes until it is told to stop or a call fails.</summary>
    Task WorkAsync(Instance instance, Random random, CancellationToken stop);

    /// <summary>Compares what is there with what was acknowledged.</summary>
    /// <exception cref="CrashTestException">They differ.</exception>
    Task VerifyAsync(Instance instance);
}
