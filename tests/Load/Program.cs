using System.Globalization;
using RustStack.Load;

// RustStack.Load EXECUTABLE [SECONDS] [SEED]: loads the executable with traffic of both services, with connections that say nothing, and
// with clients that read or write too slowly. Slow writers are looked at in runs of a minute or more: it takes half of one to cut them off.
string executable = args[0];
int seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 120;
int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.TickCount;
Console.WriteLine($"seed {seed}, load average {File.ReadAllText("/proc/loadavg").Trim()}");
int passed = 0;
int failed = 0;
List<Func<LoadCheck, Task<string?>>> checks =
    [static check => check.MixedTrafficAsync(), static check => check.IdleConnectionsAsync(), static check => check.SlowReadersAsync()];
if (seconds >= 60) checks.Add(static check => check.SlowWritersAsync());
foreach (Func<LoadCheck, Task<string?>> check in checks)
{
    using Instance instance = await Instance.StartAsync(executable);
    string? finding = await check(new LoadCheck(instance, TimeSpan.FromSeconds(seconds), seed));
    if (finding is null)
    {
        passed++;
        continue;
    }

    failed++;
    Console.WriteLine($"FAILED: {finding}");
}

Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Trim()}");
Console.WriteLine($"  succeeded: {passed}");
Console.WriteLine($"  failed: {failed}");
return failed == 0 ? 0 : 1;
