using RustStack.Core.Requests;
using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Tables;
using RustStack.DynamoDb.Tags;

namespace RustStack.DynamoDb.Operations;

/// <summary>ListTagsOfResource. One page has all the tags that a table may have, so there never is a token to go on with.</summary>
internal sealed class ListTagsOfResource(TableCatalog tables) : ListTagsOfResourceOperation
{
    /// <inheritdoc/>
    protected override ValueTask<ListTagsOfResourceOutput> HandleAsync(
        ListTagsOfResourceInput input, RequestContext context, CancellationToken cancellationToken)
    {
        TableName name = TaggedTable.Read(input.ResourceArn, context, nameof(ListTagsOfResource));
        if (input.NextToken is not null) throw DynamoDbErrors.Validation(TagErrorText.UnknownToken);
        Table table = TaggedTable.Find(tables, name, context);
        return new(new ListTagsOfResourceOutput { Tags = table.Definition.Tags });
    }
}
