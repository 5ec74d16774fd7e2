using RustStack.Core.Errors;
using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>PutResourcePolicy. A policy that means the same as the one that is there changes nothing, its revision id included.</summary>
internal sealed class PutResourcePolicy(TableCatalog tables) : PutResourcePolicyOperation
{
    /// <inheritdoc/>
    protected override async ValueTask<PutResourcePolicyOutput> HandleAsync(
        PutResourcePolicyInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var resource = PolicyResource.Read(input.ResourceArn, context);
        var document = PolicyDocument.Read(input.Policy, resource);
        bool locksOut = document.Statements.Any(statement => statement.LocksOut(context.AccountId, resource));
        if (locksOut && input.ConfirmRemoveSelfResourceAccess != true)
            throw new AwsException("AccessDeniedException", 400, PolicyErrorText.LocksOut);
        Table table = resource.Find(tables, context.Time);
        ResourcePolicy policy;
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            ResourcePolicy? current = ResourcePolicies.Attached(table.Definition, resource);
            ResourcePolicies.CheckRevision(input.ExpectedRevisionId, current, resource.Table.Name, mayExpectNone: true);
            (IReadOnlyList<ResourcePolicy> policies, policy) = current?.Document == document.Text
                ? (table.Definition.ResourcePolicies, current)
                : ResourcePolicies.Change(table.Definition, resource, document.Text, context.Time);
            saved = table.Redefine(table.Definition with { ResourcePolicies = policies });
        }

        await saved.CommittedAsync();
        return new() { RevisionId = ResourcePolicies.IdOf(policy) };
    }
}
