using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Operations;

/// <summary>UntagResource. Keys that the table has no tag of are no error.</summary>
internal sealed class UntagResource(TableCatalog tables) : UntagResourceOperation
{
    /// <inheritdoc/>
    protected override async ValueTask HandleAsync(UntagResourceInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TaggedTable.Read(input.ResourceArn, context, nameof(UntagResource));
        TagRules.CheckKeys(input.TagKeys);
        Table table = TaggedTable.Find(tables, name, context);
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            TableDefinition definition = table.Definition;
            saved = table.Redefine(definition with { Tags = [.. definition.Tags.Where(tag => !input.TagKeys.Contains(tag.Key))] });
        }

        await saved.CommittedAsync();
    }
}
