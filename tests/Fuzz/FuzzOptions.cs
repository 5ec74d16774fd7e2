using System.Globalization;

namespace RustStack.Fuzz;

/// <summary>How long to look and where to begin, from the environment, so that a finding can be repeated and a night can be spent.</summary>
internal static class FuzzOptions
{
    /// <summary><c>RUSTSTACK_FUZZ_SECONDS</c>: how long each target gets.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(Read("RUSTSTACK_FUZZ_SECONDS", 2));

    /// <summary><c>RUSTSTACK_FUZZ_SEED</c>: what every random choice comes from; another one each run without it.</summary>
    public static int Seed { get; } = Read("RUSTSTACK_FUZZ_SEED", Environment.TickCount & int.MaxValue);

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
