using System.Text.Json;
using RustStack.S3.Access;

namespace RustStack.S3.Persistence.Documents;

/// <summary>ACLs in documents: the owner, and of each grant the type of grantee, its value and the permission.</summary>
internal static class AclEncoding
{
    private const string OwnerId = "owner";
    private const string Grants = "grants";

    /// <summary>Writes the members of an ACL.</summary>
    /// <param name="writer">The writer, in the ACL's object.</param>
    /// <param name="acl">The ACL.</param>
    public static void Write(Utf8JsonWriter writer, AccessControlList acl)
    {
        writer.Text(OwnerId, acl.OwnerId);
        writer.WriteStartArray(Grants);
        foreach (AclGrant grant in acl.Grants)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(grant.Grantee.Type);
            writer.WriteStringValue(grant.Grantee.Value);
            writer.WriteStringValue(grant.Permission);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads an ACL.</summary>
    /// <param name="element">The ACL's object.</param>
    /// <returns>The ACL.</returns>
    public static AccessControlList Read(JsonElement element) =>
        new(element.GetProperty(OwnerId).GetString()!, [.. element.Elements(Grants).Select(ReadGrant)]);

    private static AclGrant ReadGrant(JsonElement grant) => new(new(grant[0].GetString()!, grant[1].GetString()!), grant[2].GetString()!);
}
