namespace RustStack.Crash;

/// <summary>
/// One place that one writer writes, one value after the other: after a crash it holds the last value that was acknowledged, or the one
/// that was under way.
/// </summary>
internal sealed class Register<T>(string name)
{
    private T? _acknowledged;
    private T? _underWay;
    private bool _isUnderWay;

    /// <summary>Writes a value; it counts as acknowledged when the write returns.</summary>
    public async Task WriteAsync(T? value, Func<Task> write)
    {
        _underWay = value;
        _isUnderWay = true;
        await write();
        _acknowledged = value;
        _isUnderWay = false;
    }

    /// <summary>Compares with what is there after a crash.</summary>
    public void Verify(T? found)
    {
        bool isExpected = Equals(found, _acknowledged) || (_isUnderWay && Equals(found, _underWay));
        if (!isExpected)
            throw new CrashTestException($"{name} holds '{found}'; acknowledged was '{_acknowledged}'{(_isUnderWay ? $", under way '{_underWay}'" : "")}.");
        _acknowledged = found;
        _isUnderWay = false;
    }
}
