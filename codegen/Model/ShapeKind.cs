namespace RustStack.Codegen.Model;

/// <summary>The Smithy shape types that AWS's models use (Smithy 2.0 specification, "Shapes").</summary>
internal enum ShapeKind
{
    Blob,
    Boolean,
    String,
    Enum,
    Integer,
    Long,
    Double,
    Timestamp,
    List,
    Map,
    Structure,
    Union,
    Operation,
    Service,
    Resource,
    Document,
    Float,
    Unit,
}
