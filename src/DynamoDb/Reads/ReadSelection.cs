using RustStack.DynamoDb.Errors;
using RustStack.DynamoDb.Generated;
using RustStack.DynamoDb.Items;
using RustStack.DynamoDb.Tables;

namespace RustStack.DynamoDb.Reads;

/// <summary>What a query or scan returns of its items.</summary>
/// <param name="CountOnly">Whether it returns no items, only how many there are.</param>
/// <param name="Projection">The parts of the items; null for all that is read.</param>
/// <param name="FetchWhole">Whether a local index has too little and the table's items are fetched.</param>
internal sealed record ReadSelection(bool CountOnly, ItemProjection? Projection, bool FetchWhole)
{
    /// <summary>Reads what a request selects.</summary>
    /// <param name="select">The request's <c>Select</c>.</param>
    /// <param name="projection">The request's projection.</param>
    /// <param name="projectionParameter">The parameter that has it.</param>
    /// <param name="target">What is read.</param>
    /// <returns>The selection.</returns>
    /// <exception cref="Core.Errors.AwsException">ValidationException.</exception>
    public static ReadSelection Of(string? select, ItemProjection? projection, string projectionParameter, ReadTarget target)
    {
        if (CheckNames(select, projection, projectionParameter) is { } error) throw DynamoDbErrors.Validation(error);
        if (select == Select.AllProjectedAttributes && target.Index is null)
            throw DynamoDbErrors.Validation(ReadErrorText.ProjectedWithoutIndex);
        bool fetchWhole = target.Index is { } index && (select == Select.AllAttributes
            ? WantsWhole(index.Definition)
            : projection is not null && WantsMore(index.Definition, projection));
        return new(select == Select.Count, projection, fetchWhole);
    }

    private static string? CheckNames(string? select, ItemProjection? projection, string parameter) => (select, projection) switch
    {
        (Select.SpecificAttributes, null) => ReadErrorText.SpecificWithoutNames,
        (Select.AllAttributes or Select.AllProjectedAttributes, not null) => ReadErrorText.NamesWithOtherSelect(parameter, select),
        (Select.Count, not null) => ReadErrorText.NamesWithOtherSelect(parameter, "only the Count"),
        _ => null,
    };

    private static bool WantsWhole(IndexDefinition index)
    {
        if (index.ProjectsAll) return false;
        return index.IsGlobal ? throw DynamoDbErrors.Validation(ReadErrorText.AllOfPartialIndex(index.Name)) : true;
    }

    private static bool WantsMore(IndexDefinition index, ItemProjection projection)
    {
        List<string>? missing = null;
        foreach (string name in projection.AttributeNames)
        {
            if (!index.Projects(name)) (missing ??= []).Add(name);
        }

        if (missing is null) return false;
        return index.IsGlobal ? throw DynamoDbErrors.Validation(ReadErrorText.NotProjected(index.Name, missing)) : true;
    }
}
