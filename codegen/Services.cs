using RustStack.Codegen.DynamoDb;
using RustStack.Codegen.Output;
using RustStack.Codegen.S3;

namespace RustStack.Codegen;

/// <summary>The services whose code is generated: a new one is a line here.</summary>
internal static class Services
{
    /// <summary>Generates every service's code into memory.</summary>
    /// <param name="modelsFolder">The folder of the model files.</param>
    /// <param name="repositoryRoot">The repository whose <c>src</c> holds the generated folders.</param>
    /// <returns>The generated folders, to be written or compared.</returns>
    public static IReadOnlyList<GeneratedFolder> Generate(string modelsFolder, string repositoryRoot) =>
    [
        DynamoDbGenerator.Generate(modelsFolder, repositoryRoot),
        S3Generator.Generate(modelsFolder, repositoryRoot),
    ];
}
