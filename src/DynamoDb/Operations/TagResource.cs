using RustStack.Core.Persistence;
using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Operations;

/// <summary>TagResource.</summary>
internal sealed class TagResource(TableCatalog tables) : TagResourceOperation
{
    /// <inheritdoc/>
    protected override async ValueTask HandleAsync(TagResourceInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TaggedTable.Read(input.ResourceArn, context, nameof(TagResource));
        if (input.Tags.Count == 0) throw DynamoDbErrors.Validation(TagErrorText.NoTags);
        TagRules.Check(input.Tags);
        Table table = TaggedTable.Find(tables, name, context);
        JournalReceipt saved;
        lock (table.Gate)
        {
            TableStateErrors.ThrowIfUnavailable(table);
            saved = table.Redefine(table.Definition with { Tags = TagRules.Merge(table.Definition.Tags, input.Tags) });
        }

        await saved.CommittedAsync();
    }
}
