using System.Globalization;
using System.Text.Json;
using RustStack.Bench.Driver;

// driver RUSTSTACK REFERENCE [--seconds N] [--only TEXT,TEXT] [--persistent] [--json FILE]
// Drives both in turn with wrk and prints what each request costs; exits with 1 when a budget is missed.
if (args[0] == HeadLoad.Argument)
{
    int[] numbers = [.. args[3..].Select(static text => int.Parse(text, CultureInfo.InvariantCulture))];
    await HeadLoad.RunAsync(new(args[1]), args[2], numbers[0], numbers[1], numbers[2]);
    return 0;
}

string product = args[0];
string reference = args[1];
int seconds = int.Parse(Option("--seconds") ?? "5", CultureInfo.InvariantCulture);
bool isPersistent = args.Contains("--persistent");
string directory = Directory.CreateTempSubdirectory("ruststack-bench-").FullName;
(string, string)[] settings = isPersistent ? [("PERSISTENCE", "1"), ("DATA_DIR", directory)] : [];
List<Row> rows = [];
using (Server measured = await Server.StartAsync(product, "0", settings))
using (Server bare = await Server.StartAsync(reference))
{
    await Scenarios.SeedAsync(measured);
    Console.WriteLine($"{"",-40}{"requests/s",12}{"p50",10}{"p99",10}{"CPU us",10}{"bare us",10}{"ratio",8}{"budget",8}");
    foreach (Scenario scenario in Scenarios.All.Where(scenario => Option("--only") is not { } texts || texts.Split(',').Any(text => scenario.Name.Contains(text, StringComparison.Ordinal))))
    {
        if (scenario.Prepare is not null) await scenario.Prepare(measured);
        byte[] answer = await scenario.Sample(measured);
        string bareScript = Scripts.Reference(scenario.Method, scenario.BodyBytes, answer.Length, scenario.IsHashed);
        await RunAsync(measured, scenario, scenario.Script, scenario.Path, 1);
        Load bareLoad = await RunAsync(bare, scenario, bareScript, $"/plain/{answer.Length}", seconds);
        Load load = await RunAsync(measured, scenario, scenario.Script, scenario.Path, seconds);
        Row row = Row.Of(scenario, load, bareLoad, isPersistent);
        rows.Add(row);
        Console.WriteLine(row);
    }
}

Directory.Delete(directory, recursive: true);
if (Option("--json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows));
return rows.Exists(static row => row.IsMissed) ? 1 : 0;

static Task<Load> RunAsync(Server server, Scenario scenario, string script, string path, int seconds) => scenario.Method == "HEAD"
    ? Load.RunHeadAsync(server, path, scenario.Keys, scenario.Connections, seconds)
    : Load.RunAsync(server, script, scenario.Connections, seconds);

string? Option(string name) => Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? args[index + 1] : null;
