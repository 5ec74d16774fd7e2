using RustStack.Core.Requests;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Policies;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Operations;

/// <summary>GetResourcePolicy. It sees a change at once.</summary>
internal sealed class GetResourcePolicy(TableCatalog tables) : GetResourcePolicyOperation
{
    /// <inheritdoc/>
    protected override ValueTask<GetResourcePolicyOutput> HandleAsync(
        GetResourcePolicyInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var resource = PolicyResource.Read(input.ResourceArn, context);
        Table table = resource.Find(tables, context.Time);
        ResourcePolicy policy = ResourcePolicies.Attached(table.Definition, resource) ?? throw ResourcePolicies.NotFound(resource);
        return new(new GetResourcePolicyOutput
        {
            Policy = PolicyDocument.Answer(policy.Document!),
            RevisionId = ResourcePolicies.IdOf(policy),
        });
    }
}
