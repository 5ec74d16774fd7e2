using System.Text.Json;

namespace RustStack.DynamoDb.Policies;

/// <summary>A statement of a resource-based policy.</summary>
/// <param name="Sid">Its id, if it has one.</param>
/// <param name="IsAllow">Whether it allows; else it denies.</param>
/// <param name="PrincipalElement"><c>Principal</c> or <c>NotPrincipal</c>.</param>
/// <param name="Principals">The principals by their type, account ids as ARNs; null for everyone.</param>
/// <param name="ActionElement"><c>Action</c> or <c>NotAction</c>.</param>
/// <param name="Actions">The actions, with wildcards.</param>
/// <param name="ResourceElement"><c>Resource</c> or <c>NotResource</c>.</param>
/// <param name="Resources">The resources, with wildcards.</param>
/// <param name="Condition">The condition, if there is one.</param>
internal sealed record PolicyStatement(
    string? Sid,
    bool IsAllow,
    string PrincipalElement,
    IReadOnlyList<(string Type, List<string> Names)>? Principals,
    string ActionElement,
    List<string> Actions,
    string ResourceElement,
    List<string> Resources,
    JsonElement? Condition)
{
    private const string Everyone = "*";

    /// <summary>Whether it lets everyone in without a condition.</summary>
    public bool IsUnbounded => IsAllow && Condition is null && PrincipalElement == "Principal" && Names("AWS").Contains(Everyone);

    /// <summary>Whether it keeps an account from changing the policy: conditions, which depend on the request, are left aside.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="resource">What the policy is attached to.</param>
    /// <returns>True when it does.</returns>
    public bool LocksOut(string accountId, PolicyResource resource)
    {
        bool isPlainDeny = !IsAllow && Condition is null && PrincipalElement == "Principal" && ActionElement == "Action";
        if (!isPlainDeny || ResourceElement != "Resource") return false;
        string root = RootOf(accountId);
        return Names("AWS").Any(name => name is Everyone || name == root)
            && Actions.Exists(static action => PolicyActions.Matches(action, "PutResourcePolicy"))
            && Resources.Exists(pattern => PolicyActions.CoversArn(pattern, resource.Arn));
    }

    /// <summary>The ARN that stands for an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The ARN of its root.</returns>
    public static string RootOf(string accountId) => $"arn:aws:iam::{accountId}:root";

    /// <summary>Writes the statement in its canonical form.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Sid is not null) writer.WriteString("Sid"u8, Sid);
        writer.WriteString("Effect"u8, IsAllow ? "Allow"u8 : "Deny"u8);
        WritePrincipals(writer);
        PolicyElements.Write(writer, ActionElement, Actions);
        PolicyElements.Write(writer, ResourceElement, Resources);
        if (Condition is { } condition)
        {
            writer.WritePropertyName("Condition"u8);
            condition.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private IEnumerable<string> Names(string type) => Principals is null
        ? [Everyone]
        : Principals.Where(entry => entry.Type == type).SelectMany(static entry => entry.Names);

    private void WritePrincipals(Utf8JsonWriter writer)
    {
        if (Principals is null)
        {
            writer.WriteString(PrincipalElement, Everyone);
            return;
        }

        writer.WriteStartObject(PrincipalElement);
        foreach ((string type, List<string> names) in Principals) PolicyElements.Write(writer, type, names);
        writer.WriteEndObject();
    }
}
