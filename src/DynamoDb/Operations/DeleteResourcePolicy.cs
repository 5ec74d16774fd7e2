using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>DeleteResourcePolicy. It answers the revision id of what it deleted, and nothing when there was no policy.</summary>
internal sealed class DeleteResourcePolicy(TableCatalog tables) : DeleteResourcePolicyOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<DeleteResourcePolicyOutput> HandleAsync(
        DeleteResourcePolicyInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var resource = PolicyResource.Read(input.ResourceArn, context);
        Table table = resource.Find(tables, context.Time);
        ResourcePolicy? deleted;
        JournalReceipt saved = default;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            deleted = ResourcePolicies.Attached(table.Definition, resource);
            ResourcePolicies.CheckRevision(input.ExpectedRevisionId, deleted, resource.Table.Name, mayExpectNone: false);
            if (deleted is not null)
            {
                (IReadOnlyList<ResourcePolicy> policies, _) = ResourcePolicies.Change(table.Definition, resource, document: null, context.Time);
                saved = table.Redefine(table.Definition with { ResourcePolicies = policies });
            }
        }

        await saved.CommittedAsync();
        return new() { RevisionId = deleted is null ? null : ResourcePolicies.IdOf(deleted) };
    }
}
