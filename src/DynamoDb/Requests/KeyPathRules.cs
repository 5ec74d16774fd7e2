using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Keys;
using RustStack.DynamoDb.Tables;
using RustStack.Expressions.Paths;

namespace RustStack.DynamoDb.Requests;

/// <summary>Key attributes are scalars: no path of an expression may lead into one, of the table or of any of its indexes.</summary>
internal static class KeyPathRules
{
    /// <summary>Checks the paths of an expression.</summary>
    /// <param name="table">The table.</param>
    /// <param name="attributes">What the expression uses; null for no expression.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static void Check(TableDefinition table, UsedAttributes? attributes)
    {
        if (attributes is not { HasNested: true }) return;
        foreach (KeyAttribute key in table.Key.Declared)
        {
            if (attributes.IsNested(key.Name)) throw DynamoDbErrors.Validation(KeyErrorText.NestedKey(key.Name));
        }

        foreach (IndexDefinition index in table.Indexes)
        {
            foreach (KeyAttribute key in index.Key.Declared)
            {
                if (attributes.IsNested(key.Name)) throw DynamoDbErrors.Validation(KeyErrorText.NestedIndexKey(key.Name));
            }
        }
    }
}
