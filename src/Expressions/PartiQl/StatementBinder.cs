using RustStack.Expressions.Conditions;
using RustStack.Expressions.Errors;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.PartiQl.Errors;
using RustStack.Expressions.PartiQl.Syntax;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Updates;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.PartiQl;

/// <summary>Binds parameters to a parsed statement: what comes out are the conditions, projections and updates of expressions.</summary>
/// <param name="bindings">The parameters.</param>
internal sealed class StatementBinder(ExpressionBindings bindings)
{
    private string? _error;

    /// <summary>Binds a statement.</summary>
    /// <param name="syntax">The parsed statement.</param>
    /// <param name="error">AWS's text when there is no statement.</param>
    /// <returns>The statement, or null.</returns>
    public Statement? Bind(StatementSyntax syntax, out string? error)
    {
        Statement? statement = syntax switch
        {
            SelectSyntax select => BindSelect(select),
            ExistsSyntax exists => new ExistsStatement(BindSelect(exists.Select)),
            InsertSyntax insert => BindInsert(insert),
            ChangeSyntax change => BindChange(change),
            DeleteSyntax delete => new DeleteStatement(delete.Source.Table, BindWhere(delete.Where), delete.Returning),
            _ => throw new InvalidOperationException("The grammar knows no other statement."),
        };
        error = _error;
        return error is null ? statement : null;
    }

    private SelectStatement BindSelect(SelectSyntax select) => new(
        select.Source.Table,
        select.Source.Index,
        BindColumns(select.Columns),
        BindWhere(select.Where),
        [.. select.Order.Select(BindOrder)]);

    private ColumnProjection? BindColumns(IReadOnlyList<PathSyntax> columns)
    {
        if (columns.Count == 0) return null;
        List<DocumentPath> paths = new(columns.Count);
        foreach (PathSyntax column in columns)
        {
            if (BindPath(column) is { } path) paths.Add(path);
        }

        return new ColumnProjection(paths);
    }

    private OrderKey BindOrder(OrderSyntax order)
    {
        DocumentPath? path = BindPath(order.Path);
        if (path is { Rest.Length: > 0 }) _error ??= StatementErrorText.OrderNotOfKey(path);
        return new(path?.Root ?? "", order.IsDescending);
    }

    private DocumentPath? BindPath(PathSyntax syntax)
    {
        DocumentPath? path = PathBinder.Bind(syntax, bindings, out string? error);
        _error ??= error;
        return path;
    }

    private WhereClause? BindWhere(SyntaxNode? syntax)
    {
        if (syntax is null) return null;
        Condition? condition = new ConditionBinder(bindings).Bind(syntax, out string? error);
        _error ??= error;
        return condition is null ? null : new(condition);
    }

    private InsertStatement? BindInsert(InsertSyntax insert)
    {
        AttributeValue? value = insert.Item.Resolve(bindings, out string? error);
        _error ??= error;
        if (value is MapValue item) return new(insert.Source.Table, item);
        _error ??= StatementErrorText.ItemNotMap;
        return null;
    }

    private UpdateStatement? BindChange(ChangeSyntax change)
    {
        UpdateActionSyntax[] actions = [.. change.Actions.Select(BindSetFunction)];
        if (_error is not null) return null;
        IReadOnlyList<UpdateAction>? bound = new UpdateBinder(bindings).Bind(new(actions), out string? error);
        _error ??= error;
        WhereClause? where = BindWhere(change.Where);
        return bound is null
            ? null
            : new(change.Source.Table, new Update(bound, ExpressionErrors.OperandOfWrongType), where, change.Returning);
    }

    /// <summary>Reads SET_ADD and SET_DELETE as the actions ADD and DELETE of update expressions.</summary>
    private UpdateActionSyntax BindSetFunction(UpdateActionSyntax action)
    {
        if (action.Value is not FunctionSyntax { Name: FunctionNames.SetAdd or FunctionNames.SetDelete } function)
        {
            if (action.Value is not null && HasSetFunction(action.Value)) _error ??= StatementErrorText.SetFunctionTarget;
            return action;
        }

        if (function.Operands is not [PathSyntax path, ValueSyntax value] || !path.Steps.AsSpan().SequenceEqual(action.Path.Steps))
        {
            _error ??= StatementErrorText.SetFunctionTarget;
            return action;
        }

        AttributeValue? set = value.Resolve(bindings, out string? error);
        _error ??= error;
        if (set is not (null or StringSetValue or NumberSetValue or BinarySetValue)) _error ??= StatementErrorText.SetFunctionTarget;
        return new(function.Name == FunctionNames.SetAdd ? UpdateActionKind.Add : UpdateActionKind.Delete, path, value);
    }

    private static bool HasSetFunction(SyntaxNode node) => node switch
    {
        FunctionSyntax { Name: FunctionNames.SetAdd or FunctionNames.SetDelete } => true,
        FunctionSyntax function => function.Operands.Any(HasSetFunction),
        ArithmeticSyntax arithmetic => HasSetFunction(arithmetic.Left) || HasSetFunction(arithmetic.Right),
        _ => false,
    };
}
