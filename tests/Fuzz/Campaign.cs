using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RustStack.Fuzz;

/// <summary>One target's share of a run: inputs until its time is over, each from a seed of its own.</summary>
/// <param name="name">The target.</param>
internal sealed class Campaign(string name)
{
    /// <summary>No input takes this long; a loaded machine does not make it so.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);

    /// <summary>The random source of one input.</summary>
    public Random Source(int iteration) => new(unchecked((FuzzOptions.Seed * 31) + (iteration * 486_187_739)) ^ StableHash(name));

    /// <summary>Tries inputs one after the other until the time is over.</summary>
    /// <param name="next">Makes an input.</param>
    /// <param name="run">Throws when the input shows a defect.</param>
    public void Run(Func<Random, byte[]> next, Action<byte[]> run)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int iteration = 0;
        for (; iteration == 0 || watch.Elapsed < FuzzOptions.Time; iteration++)
        {
            byte[] input = next(Source(iteration));
            TimeSpan start = watch.Elapsed;
            try
            {
                run(input);
            }
            catch (Exception exception)
            {
                throw Finding(iteration, Show(input), exception);
            }

            if (watch.Elapsed - start > MaxTime) throw Finding(iteration, Show(input), new TimeoutException("It took too long."));
        }

        Report(iteration);
    }

    /// <summary>Says how many inputs were tried.</summary>
    public void Report(int inputs) =>
        TestContext.Current.SendDiagnosticMessage($"{name}: {inputs} inputs, seed {FuzzOptions.Seed}");

    /// <summary>What was found, with all that repeats it.</summary>
    public InvalidOperationException Finding(int iteration, string input, Exception cause) =>
        new($"{name}, RUSTSTACK_FUZZ_SEED={FuzzOptions.Seed}, input {iteration}: {cause.Message}\n{input}", cause);

    /// <summary>Bytes as text that a test can hold.</summary>
    public static string Show(ReadOnlySpan<byte> input)
    {
        StringBuilder text = new();
        foreach (byte value in input)
        {
            if (value == '\\') text.Append(@"\\");
            else if (value is (>= 0x20 and < 0x7F) or (byte)'\n') text.Append((char)value);
            else text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
        }

        return text.Length > 4000 ? $"{text.ToString(0, 2000)} ... {text.ToString(text.Length - 1000, 1000)} ({input.Length} bytes)" : text.ToString();
    }

    // string.GetHashCode differs from run to run: it is of no use for a seed.
    private static int StableHash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text) hash = (hash ^ character) * 16777619;
        return (int)hash;
    }
}
