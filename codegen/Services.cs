using RustStack.Codegen.Compatibility;
using RustStack.Codegen.DynamoDb;
using RustStack.Codegen.Output;
using RustStack.Codegen.S3;

namespace RustStack.Codegen;

/// <summary>Everything that is generated: a new service is a line here.</summary>
internal static class Services
{
    /// <summary>Generates every service's code and the page of parameters into memory.</summary>
    /// <param name="modelsFolder">The folder of the model files.</param>
    /// <param name="repositoryRoot">The repository that holds the generated files.</param>
    /// <returns>What was generated, to be written or compared.</returns>
    public static IReadOnlyList<IGeneratedOutput> Generate(string modelsFolder, string repositoryRoot) =>
    [
        DynamoDbGenerator.Generate(modelsFolder, repositoryRoot),
        S3Generator.Generate(modelsFolder, repositoryRoot),
        ParameterPage.Generate(modelsFolder, repositoryRoot),
    ];
}
