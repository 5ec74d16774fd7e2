using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Generates types, JSON readers and writers, constraint checks and operation bases of DynamoDB and DynamoDB Streams.</summary>
internal static class DynamoDbGenerator
{
    private const string Namespace = "RustStack.DynamoDb.Generated";

    /// <summary>Generates both services into one folder.</summary>
    /// <param name="modelsFolder">The folder of <c>dynamodb.json</c> and <c>dynamodbstreams.json</c>.</param>
    /// <param name="repositoryRoot">The repository whose <c>src/DynamoDb/Generated</c> is meant.</param>
    /// <returns>The folder, not yet written.</returns>
    public static GeneratedFolder Generate(string modelsFolder, string repositoryRoot)
    {
        GeneratedFolder folder = new(Path.Combine(repositoryRoot, "src", "DynamoDb", "Generated"));
        Generate(SmithyModel.Load(Path.Combine(modelsFolder, "dynamodb.json")), Namespace, "", folder);
        Generate(SmithyModel.Load(Path.Combine(modelsFolder, "dynamodbstreams.json")), Namespace + ".Streams", "Streams/", folder);
        return folder;
    }

    /// <summary>Generates one service.</summary>
    /// <param name="model">Its model.</param>
    /// <param name="ns">The namespace of the code.</param>
    /// <param name="prefix">The sub-folder of the code, empty or ending in a slash.</param>
    /// <param name="folder">Receives the files.</param>
    public static void Generate(SmithyModel model, string ns, string prefix, GeneratedFolder folder)
    {
        ShapeUsage usage = new(model);
        TypeMap types = new(model, ns);
        ConstraintMap constraints = new(model);
        StructureEmitter structures = new(model, usage, types, constraints);
        foreach (Shape shape in usage.All)
        {
            string? source = shape.Kind switch
            {
                ShapeKind.Structure => structures.Emit(shape, ns),
                ShapeKind.Enum => EnumEmitter.Emit(shape, ns),
                ShapeKind.String when ConstraintMap.IsConstrained(shape) => StringConstraintEmitter.Emit(shape, ns),
                _ => null,
            };
            if (source is not null) folder.Add($"{prefix}{SubFolder(shape.Kind)}/{shape.Name}.g.cs", model, source);
        }

        OperationEmitter operations = new(model, ns, constraints);
        foreach (Operation operation in model.Operations)
        {
            folder.Add($"{prefix}Operations/{operation.Name}Operation.g.cs", model, operations.Emit(operation));
        }

        folder.Add($"{prefix}OperationTable.g.cs", model, TableEmitter.EmitOperations(model, ns));
        folder.Add($"{prefix}ErrorTable.g.cs", model, TableEmitter.EmitErrors(model, ns));
    }

    private static string SubFolder(ShapeKind kind) => kind switch
    {
        ShapeKind.Structure => "Shapes",
        ShapeKind.Enum => "Enums",
        _ => "Constraints",
    };
}
