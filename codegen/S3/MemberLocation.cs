namespace RustStack.Codegen.S3;

/// <summary>Where in a request or response a top-level member travels (Smithy specification, "HTTP binding traits").</summary>
internal enum MemberLocation
{
    Body,
    Label,
    Header,
    PrefixHeaders,
    Query,
    Payload,
}
