using System.Globalization;
using RustStack.Core.Errors;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Policies;

/// <summary>Finds and changes the policies in a table's definition.</summary>
internal static class ResourcePolicies
{
    private const string NoPolicy = "NO_POLICY";

    /// <summary>The policy that is attached to a resource.</summary>
    /// <param name="table">The definition of the resource's table.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>The policy, or null.</returns>
    public static ResourcePolicy? Attached(TableDefinition table, PolicyResource resource) =>
        Remembered(table, resource) is { Document: not null } policy ? policy : null;

    /// <summary>A policy's revision id.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The id.</returns>
    public static string IdOf(ResourcePolicy policy) => policy.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>No policy is attached to the resource.</summary>
    /// <param name="resource">The resource.</param>
    public static AwsException NotFound(PolicyResource resource) => NotFound(PolicyErrorText.NoPolicy(resource.Arn));

    /// <summary>Checks the revision that a request expects.</summary>
    /// <param name="expected">Its id, <c>NO_POLICY</c>, or null for any.</param>
    /// <param name="current">The policy that is attached, if there is one.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="mayExpectNone">Whether <c>NO_POLICY</c> means that there must be none.</param>
    /// <exception cref="AwsException">PolicyNotFoundException.</exception>
    public static void CheckRevision(string? expected, ResourcePolicy? current, string table, bool mayExpectNone)
    {
        if (expected is null) return;
        if (expected == NoPolicy && mayExpectNone)
        {
            if (current is not null) throw NotFound(PolicyErrorText.PolicyExists(table, IdOf(current)));
            return;
        }

        if (current is null) throw NotFound(PolicyErrorText.NoPolicyToUpdate(expected, table));
        if (IdOf(current) != expected) throw NotFound(PolicyErrorText.OtherRevision(expected, table, IdOf(current)));
    }

    /// <summary>Attaches a policy, or takes it away. Policies of streams that the table has no longer go with the next change.</summary>
    /// <param name="table">The table's definition.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="document">The policy in its canonical form; null for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>The policies afterwards, and the one that was changed.</returns>
    public static (IReadOnlyList<ResourcePolicy> Policies, ResourcePolicy Changed) Change(
        TableDefinition table, PolicyResource resource, string? document, DateTimeOffset now)
    {
        long after = Remembered(table, resource)?.Revision + 1 ?? 0;
        var changed = new ResourcePolicy(resource.StreamLabel, document, Math.Max(now.ToUnixTimeMilliseconds(), after));
        IEnumerable<ResourcePolicy> others = table.ResourcePolicies.Where(other =>
            other.StreamLabel != resource.StreamLabel && (other.StreamLabel is null || other.StreamLabel == table.StreamLabel));
        return ([.. others, changed], changed);
    }

    private static ResourcePolicy? Remembered(TableDefinition table, PolicyResource resource) =>
        table.ResourcePolicies.FirstOrDefault(policy => policy.StreamLabel == resource.StreamLabel);

    private static AwsException NotFound(string message) => new("PolicyNotFoundException", 400, message);
}
