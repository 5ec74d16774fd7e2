using RustStack.S3.Errors;
using RustStack.S3.Generated;
using RustStack.S3.Protocol;

namespace RustStack.S3.Access;

/// <summary>The five headers that grant one permission each: lists of <c>id="…"</c> and <c>uri="…"</c>.</summary>
internal static class GrantHeaders
{
    private static readonly (string Header, string Permission)[] Headers =
    [
        ("x-amz-grant-full-control", Permission.FullControl),
        ("x-amz-grant-read", Permission.Read),
        ("x-amz-grant-read-acp", Permission.ReadAcp),
        ("x-amz-grant-write", Permission.Write),
        ("x-amz-grant-write-acp", Permission.WriteAcp),
    ];

    /// <summary>Reads the headers.</summary>
    /// <param name="exchange">The request.</param>
    /// <returns>The grants; none when there is no such header.</returns>
    /// <exception cref="Core.Errors.AwsException">A grantee is not well-formed or not known.</exception>
    public static IReadOnlyList<AclGrant> Read(S3Exchange exchange)
    {
        List<AclGrant> grants = [];
        foreach ((string header, string permission) in Headers)
        {
            foreach (string grantee in WireValue.List(exchange.Header(header)) ?? [])
            {
                grants.Add(new(Parse(grantee, header, exchange.Method), permission));
            }
        }

        return grants.Count <= AccessControlList.MaxGrants ? grants : throw AccessErrors.Malformed();
    }

    private static AclGrantee Parse(string grantee, string header, string method)
    {
        int equals = grantee.IndexOf('=');
        string kind = equals < 0 ? grantee : grantee[..equals].Trim();
        string value = equals < 0 ? "" : grantee[(equals + 1)..].Trim().Trim('"');
        return kind switch
        {
            "id" => AclGrantee.ParseUser(value, "id"),
            "uri" => AclGrantee.ParseGroup(value, "uri"),
            "emailAddress" => throw EmailGrantee(method),
            _ => throw ProtocolErrors.NotRecognized(header, grantee),
        };
    }

    /// <summary>S3 has discontinued grants by e-mail address and answers them with 405.</summary>
    private static Core.Errors.AwsException EmailGrantee(string method) => ProtocolErrors.MethodNotAllowed(method, "ACL");
}
