using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;

namespace RustStack.DynamoDb.Tables.Creation;

/// <summary>Checks which attributes indexes are to have.</summary>
internal static class ProjectionRules
{
    private const int MostProjectedOfTable = 100;

    /// <summary>Checks one index's projection.</summary>
    /// <param name="projection">The projection.</param>
    public static void Check(Projection projection)
    {
        if (projection.ProjectionType is not { } type) throw DynamoDbErrors.Validation(CreationErrorText.NoProjectionType);
        if (type == ProjectionType.Include && projection.NonKeyAttributes is null)
            throw DynamoDbErrors.Validation(CreationErrorText.IncludeWithoutNames);
        if (type != ProjectionType.Include && projection.NonKeyAttributes is not null)
            throw DynamoDbErrors.Validation(CreationErrorText.NamesWithoutInclude(type));
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (projection.NonKeyAttributes?.FirstOrDefault(name => !seen.Add(name)) is { } twice)
            throw DynamoDbErrors.Validation(CreationErrorText.DuplicateProjected(twice));
    }

    /// <summary>Checks all of a table's indexes together: an attribute counts once for each index that names it.</summary>
    /// <param name="indexes">The indexes.</param>
    public static void CheckTotal(IEnumerable<IndexDefinition> indexes)
    {
        if (indexes.Sum(static index => index.Projection.NonKeyAttributes?.Count ?? 0) > MostProjectedOfTable)
            throw DynamoDbErrors.Validation(CreationErrorText.TooManyProjected);
    }
}
