using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.S3;

/// <summary>Generates S3's types, XML readers and writers, operation bases and route table.</summary>
internal static class S3Generator
{
    /// <summary>The namespace of the generated code.</summary>
    public const string Namespace = "RustStack.S3.Generated";

    /// <summary>Generates the service into its folder.</summary>
    /// <param name="modelsFolder">The folder of <c>s3.json</c>.</param>
    /// <param name="repositoryRoot">The repository whose <c>src/S3/Generated</c> is meant.</param>
    /// <returns>The folder, not yet written.</returns>
    public static GeneratedFolder Generate(string modelsFolder, string repositoryRoot)
    {
        GeneratedFolder folder = new(Path.Combine(repositoryRoot, "src", "S3", "Generated"));
        Generate(SmithyModel.Load(Path.Combine(modelsFolder, "s3.json")), folder);
        return folder;
    }

    private static void Generate(SmithyModel model, GeneratedFolder folder)
    {
        S3Model s3 = new(model);
        TypeNames types = new(s3);
        XmlEmitter xml = new(s3, types);
        foreach (Shape shape in s3.Types)
        {
            if (shape.Kind == ShapeKind.Enum)
            {
                folder.Add($"Enums/{shape.Name}.g.cs", model, EnumEmitter.Emit(shape));
                continue;
            }

            if (shape.Kind is not (ShapeKind.Structure or ShapeKind.Union)) continue;
            folder.Add($"Shapes/{shape.Name}.g.cs", model, RecordEmitter.Emit(shape, types));
            if (s3.IsElement(shape)) folder.Add($"Xml/{shape.Name}Xml.g.cs", model, xml.Emit(shape));
        }

        OperationEmitter operations = new(s3, types);
        foreach (Operation operation in model.Operations)
        {
            folder.Add($"Operations/{operation.Name}Operation.g.cs", model, operations.Emit(operation));
        }

        folder.Add("S3RouteTable.g.cs", model, RouteTableEmitter.Emit(model));
    }
}
