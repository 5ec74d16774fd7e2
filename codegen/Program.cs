using RustStack.Codegen;
using RustStack.Codegen.Output;

bool check = args.Length == 3 && args[0] == "--check";
if (args.Length != 2 && !check)
{
    Console.Error.WriteLine("usage: codegen [--check] <models-folder> <repository-root>");
    return 2;
}

IReadOnlyList<IGeneratedOutput> outputs = Services.Generate(modelsFolder: args[^2], repositoryRoot: args[^1]);
if (!check)
{
    Console.WriteLine($"codegen: {outputs.Sum(static output => output.Write())} files changed");
    return 0;
}

string[] differences = [.. outputs.SelectMany(static output => output.Differences())];
foreach (string file in differences) Console.Error.WriteLine($"codegen: {file} is not what the models give; run `make codegen`");
return differences.Length == 0 ? 0 : 1;
