using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Legacy;

/// <summary>Compiles <c>AttributeUpdates</c> onto the same updates that expressions give.</summary>
public static class LegacyUpdates
{
    /// <summary>Compiles the parameter.</summary>
    /// <param name="entries">Its entries; action names are the model's.</param>
    /// <returns>The update, or AWS's error.</returns>
    public static ExpressionResult<Update> Compile(IReadOnlyCollection<LegacyUpdate> entries)
    {
        List<UpdateAction> actions = new(entries.Count);
        foreach (LegacyUpdate entry in entries)
        {
            if (Check(entry) is { } error) return new(error);
            actions.Add(Build(entry));
        }

        return new(new Update(actions, LegacyErrors.TypeMismatch));
    }

    private static ExpressionError? Check(LegacyUpdate entry)
    {
        if (entry.AttributeName.Length == 0) return LegacyErrors.EmptyName;
        if (entry.Value is null) return entry.Action == "DELETE" ? null : LegacyErrors.ValueRequired;
        if (entry.Value is InvalidValue invalid) return new(invalid.Message);
        AttributeType type = entry.Value.Type;
        bool isSet = type is AttributeType.SS or AttributeType.NS or AttributeType.BS;
        return entry.Action switch
        {
            "DELETE" when !isSet => LegacyErrors.DeleteType(type),
            "ADD" when !isSet && type is not (AttributeType.N or AttributeType.L) => LegacyErrors.AddType(type),
            _ => null,
        };
    }

    private static UpdateAction Build(LegacyUpdate entry)
    {
        UpdateActionKind kind = entry.Action switch
        {
            "ADD" => UpdateActionKind.Add,
            "DELETE" => entry.Value is null ? UpdateActionKind.Remove : UpdateActionKind.Delete,
            _ => UpdateActionKind.Set,
        };
        return new(kind, new DocumentPath(entry.AttributeName, []), entry.Value is null ? null : new UpdateValue(entry.Value));
    }
}
