using System.Globalization;
using RustStack.Crash;
using RustStack.Crash.Workloads;

// RustStack.Crash EXECUTABLE [ROUNDS] [SEED]: kills the executable again and again while it is written to, and looks for every
// write that it acknowledged. Every tenth round asks it to stop instead. Ends with the counts of rounds.
string executable = args[0];
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.TickCount;
string directory = Directory.CreateTempSubdirectory("ruststack-crash-").FullName;
CrashRun run = new(
    executable,
    directory,
    seed,
    [
        new ItemWorkload(0), new ItemWorkload(1), new ItemWorkload(2), new CounterWorkload(), new TransactionWorkload(0), new TransactionWorkload(1),
        new ObjectWorkload(0, 2_000), new ObjectWorkload(1, 2_000), new ObjectWorkload(2, 3_000_000), new VersionWorkload(), new MultipartWorkload(),
    ]);
int passed = 0;
try
{
    for (; passed < rounds; passed++) await run.RoundAsync(passed);
}
catch (CrashTestException exception)
{
    Console.WriteLine($"Round {passed} of seed {seed} failed: {exception.Message}");
}

Console.WriteLine($"{run.Acknowledged} acknowledged writes in {passed} rounds, seed {seed}");
Console.WriteLine($"  succeeded: {passed}");
Console.WriteLine($"  failed: {(passed < rounds ? 1 : 0)}");
if (passed < rounds) return 1;
Directory.Delete(directory, recursive: true);
return 0;
