using RustStack.Codegen;
using RustStack.Codegen.Output;

bool check = args.Length == 3 && args[0] == "--check";
if (args.Length != 2 && !check)
{
    Console.Error.WriteLine("usage: codegen [--check] <models-folder> <repository-root>");
    return 2;
}

IReadOnlyList<GeneratedFolder> folders = Services.Generate(modelsFolder: args[^2], repositoryRoot: args[^1]);
if (!check)
{
    Console.WriteLine($"codegen: {folders.Sum(static folder => folder.Write())} files changed");
    return 0;
}

string[] differences = [.. folders.SelectMany(static folder => folder.Differences())];
foreach (string file in differences) Console.Error.WriteLine($"codegen: {file} is not what the models give; run `make codegen`");
return differences.Length == 0 ? 0 : 1;
