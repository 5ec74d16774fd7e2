using RustStack.Expressions.Errors;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Updates;

/// <summary>
/// Binds names and values to a parsed update and holds the rules that depend on them. AWS reports what is not defined first (names, then
/// values), then paths that overlap or conflict, then operands of ADD and DELETE, then those of functions and arithmetic.
/// </summary>
/// <param name="bindings">The names and values.</param>
internal sealed class UpdateBinder(ExpressionBindings bindings)
{
    private string? _undefinedName;
    private string? _undefinedValue;
    private string? _operand;
    private string? _function;

    /// <summary>Binds a whole update.</summary>
    /// <param name="syntax">The parsed update.</param>
    /// <param name="error">AWS's text when there is no update.</param>
    /// <returns>The actions, or null.</returns>
    public IReadOnlyList<UpdateAction>? Bind(UpdateSyntax syntax, out string? error)
    {
        List<UpdateAction> actions = new(syntax.Actions.Count);
        List<DocumentPath> paths = new(syntax.Actions.Count);
        foreach (UpdateActionSyntax action in syntax.Actions)
        {
            DocumentPath? path = BindPath(action.Path);
            UpdateOperand? value = action.Value is null ? null : BindOperand(action.Value);
            if (action.Kind is UpdateActionKind.Add or UpdateActionKind.Delete) RequireAddable(action.Kind, value);
            if (path is null) continue;
            paths.Add(path);
            actions.Add(new(action.Kind, path, value));
        }

        error = _undefinedName ?? _undefinedValue ?? PathRules.Check(paths) ?? _operand ?? _function;
        return error is null ? actions : null;
    }

    private DocumentPath? BindPath(PathSyntax syntax)
    {
        DocumentPath? path = PathBinder.Bind(syntax, bindings, out string? error);
        _undefinedName ??= error;
        return path;
    }

    private UpdateOperand? BindOperand(SyntaxNode syntax) => syntax switch
    {
        PathSyntax path => BindPath(path) is { } place ? new UpdatePath(place) : null,
        ValueSyntax value => BindValue(value),
        ArithmeticSyntax arithmetic => BindArithmetic(arithmetic),
        FunctionSyntax function => BindFunction(function),
        _ => throw new InvalidOperationException("The grammar lets only operands through."),
    };

    private UpdateValue? BindValue(ValueSyntax syntax)
    {
        if (syntax.Resolve(bindings, out string? error) is { } value) return new(value);
        _undefinedValue ??= error;
        return null;
    }

    private ArithmeticOperand? BindArithmetic(ArithmeticSyntax arithmetic)
    {
        UpdateOperand? left = BindOperand(arithmetic.Left);
        UpdateOperand? right = BindOperand(arithmetic.Right);
        string sign = arithmetic.IsSum ? "+" : "-";
        RequireType(sign, left, AttributeType.N);
        RequireType(sign, right, AttributeType.N);
        return left is null || right is null ? null : new(arithmetic.IsSum, left, right);
    }

    private UpdateOperand? BindFunction(FunctionSyntax function)
    {
        UpdateOperand?[] operands = new UpdateOperand?[function.Operands.Count];
        for (int i = 0; i < operands.Length; i++) operands[i] = BindOperand(function.Operands[i]);
        if (operands.Length != FunctionNames.OperandCount(function.Name))
        {
            _function ??= ExpressionErrors.OperandCount(function.Name, operands.Length);
            return null;
        }

        return function.Name == FunctionNames.IfNotExists
            ? BindIfNotExists(operands[0], operands[1])
            : BindListAppend(operands[0], operands[1]);
    }

    private IfNotExistsOperand? BindIfNotExists(UpdateOperand? place, UpdateOperand? otherwise)
    {
        if (place is not null and not UpdatePath) _function ??= ExpressionErrors.PathRequired(FunctionNames.IfNotExists);
        return place is UpdatePath path && otherwise is not null ? new(path.Path, otherwise) : null;
    }

    private ListAppendOperand? BindListAppend(UpdateOperand? first, UpdateOperand? second)
    {
        RequireType(FunctionNames.ListAppend, first, AttributeType.L);
        RequireType(FunctionNames.ListAppend, second, AttributeType.L);
        return first is null || second is null ? null : new(first, second);
    }

    private void RequireType(string function, UpdateOperand? operand, AttributeType type)
    {
        if (operand is UpdateValue { Value: { } value } && value.Type != type)
            _function ??= ExpressionErrors.OperandType(function, value.Type.ToName());
    }

    private void RequireAddable(UpdateActionKind kind, UpdateOperand? operand)
    {
        if (operand is not UpdateValue { Value.Type: { } type }) return;
        if (type is AttributeType.SS or AttributeType.NS or AttributeType.BS) return;
        if (type == AttributeType.N && kind == UpdateActionKind.Add) return;
        _operand ??= ExpressionErrors.UpdateOperandType(kind == UpdateActionKind.Add ? "ADD" : "DELETE", LongName(type));
    }

    private static string LongName(AttributeType type) => type switch
    {
        AttributeType.S => "STRING",
        AttributeType.N => "NUMBER",
        AttributeType.B => "BINARY",
        AttributeType.BOOL => "BOOLEAN",
        AttributeType.L => "LIST",
        AttributeType.M => "MAP",
        _ => "NULL",
    };
}
