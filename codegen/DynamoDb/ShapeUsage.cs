using RustStack.Codegen.Model;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Which shapes a service reads and which it writes: what is reachable from the inputs, and from the outputs and errors.</summary>
internal sealed class ShapeUsage
{
    private readonly SmithyModel _model;
    private readonly HashSet<string> _read = [];
    private readonly HashSet<string> _written = [];

    /// <summary>Walks the model from its operations.</summary>
    public ShapeUsage(SmithyModel model)
    {
        _model = model;
        HashSet<string> errors = [];
        foreach (Operation operation in model.Operations)
        {
            if (operation.Input is not null) Walk(operation.Input, _read);
            if (operation.Output is not null) Walk(operation.Output, _written);
            foreach (Shape error in operation.Errors)
            {
                errors.Add(error.Id);
                Walk(error, _written);
            }
        }

        _written.ExceptWith(errors);
    }

    /// <summary>Every shape that is read or written, by name; the errors themselves are not among them, what they carry is.</summary>
    public IEnumerable<Shape> All => _model.Shapes.Where(shape => IsRead(shape) || IsWritten(shape));

    /// <summary>Whether a request can hold the shape.</summary>
    public bool IsRead(Shape shape) => _read.Contains(shape.Id);

    /// <summary>Whether an answer can hold the shape.</summary>
    public bool IsWritten(Shape shape) => _written.Contains(shape.Id);

    private void Walk(Shape shape, HashSet<string> seen)
    {
        if (!seen.Add(shape.Id) || shape.Kind == ShapeKind.Enum) return;
        foreach (Member member in shape.Members) Walk(_model.Target(member), seen);
    }
}
