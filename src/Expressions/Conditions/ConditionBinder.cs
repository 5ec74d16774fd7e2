using RustStack.Expressions.Errors;
using RustStack.Expressions.Parsing;
using RustStack.Expressions.Paths;
using RustStack.Expressions.Syntax;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Conditions;

/// <summary>Binds names and values to a parsed condition and holds the rules that depend on them.</summary>
/// <param name="bindings">The names and values.</param>
internal sealed class ConditionBinder(ExpressionBindings bindings)
{
    private BindingErrors _errors;

    /// <summary>Binds a whole condition.</summary>
    /// <param name="syntax">The parsed condition.</param>
    /// <param name="error">AWS's text when there is no condition.</param>
    /// <returns>The condition, or null.</returns>
    public Condition? Bind(SyntaxNode syntax, out string? error)
    {
        Condition? condition = syntax switch
        {
            LogicalSyntax logical => BindLogical(logical, out error),
            NotSyntax not => Bind(not.Part, out error) is { } part ? new NotCondition(part) : null,
            _ => BindLeaf(syntax, out error),
        };
        return condition;
    }

    private LogicalCondition? BindLogical(LogicalSyntax logical, out string? error)
    {
        error = null;
        Condition[] parts = new Condition[logical.Parts.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            if (Bind(logical.Parts[i], out error) is not { } part) return null;
            parts[i] = part;
        }

        return new(logical.IsAnd, parts);
    }

    private Condition? BindLeaf(SyntaxNode syntax, out string? error)
    {
        Condition? condition = syntax switch
        {
            ComparisonSyntax comparison => BindComparison(comparison),
            BetweenSyntax between => BindBetween(between),
            InSyntax list => BindIn(list),
            FunctionSyntax function => BindFunction(function),
            _ => throw new InvalidOperationException("The grammar lets only conditions through."),
        };
        error = _errors.First;
        return error is null ? condition : null;
    }

    private ComparisonCondition? BindComparison(ComparisonSyntax comparison)
    {
        Operand? left = BindOperand(comparison.Left);
        Operand? right = BindOperand(comparison.Right);
        string symbol = Symbol(comparison.Operator);
        RequireDistinct(symbol, left, right);
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            RequireOrdered(symbol, left);
            RequireOrdered(symbol, right);
        }

        return left is null || right is null ? null : new(comparison.Operator, left, right);
    }

    private BetweenCondition? BindBetween(BetweenSyntax between)
    {
        Operand? operand = BindOperand(between.Operand);
        Operand? lower = BindOperand(between.Lower);
        Operand? upper = BindOperand(between.Upper);
        RequireOrdered("BETWEEN", operand);
        RequireOrdered("BETWEEN", lower);
        RequireOrdered("BETWEEN", upper);
        RequireBounds(lower, upper);
        return operand is null || lower is null || upper is null ? null : new(operand, lower, upper);
    }

    private InCondition? BindIn(InSyntax list)
    {
        Operand? operand = BindOperand(list.Operand);
        Operand?[] candidates = BindOperands(list.Candidates);
        return operand is null || candidates.AsSpan().Contains(null) ? null : new(operand, candidates!);
    }

    private Condition? BindFunction(FunctionSyntax function)
    {
        Operand?[] operands = BindOperands(function.Operands);
        if (!RequireCount(function)) return null;
        switch (function.Name)
        {
            case FunctionNames.AttributeExists or FunctionNames.AttributeNotExists:
                DocumentPath? path = RequirePath(function.Name, operands[0]);
                return path is null ? null : new ExistsCondition(path, function.Name == FunctionNames.AttributeExists);
            case FunctionNames.AttributeType:
                RequireDistinct(function.Name, operands[0], operands[1]);
                return BindTypeCheck(operands[0], operands[1]);
            case FunctionNames.BeginsWith:
                RequireDistinct(function.Name, operands[0], operands[1]);
                RequireText(function.Name, operands[0]);
                RequireText(function.Name, operands[1]);
                return operands is [{ } text, { } prefix] ? new BeginsWithCondition(text, prefix) : null;
            default:
                RequireDistinct(function.Name, operands[0], operands[1]);
                return operands is [{ } container, { } element] ? new ContainsCondition(container, element) : null;
        }
    }

    private TypeCondition? BindTypeCheck(Operand? operand, Operand? typeName)
    {
        if (typeName is null) return null;
        if (typeName is not ValueOperand { Value: StringValue name })
        {
            string found = typeName.StaticType?.ToName() ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
            _errors.Type(ExpressionErrors.OperandType(FunctionNames.AttributeType, found));
            return null;
        }

        if (AttributeTypeNames.TryParse(name.Value, out AttributeType type)) return operand is null ? null : new(operand, type);
        _errors.Type(ExpressionErrors.UnknownTypeName(name.Value));
        return null;
    }

    private Operand?[] BindOperands(IReadOnlyList<SyntaxNode> syntax)
    {
        Operand?[] operands = new Operand?[syntax.Count];
        for (int i = 0; i < operands.Length; i++) operands[i] = BindOperand(syntax[i]);
        return operands;
    }

    private Operand? BindOperand(SyntaxNode syntax) => syntax switch
    {
        PathSyntax path => BindPath(path),
        ValueSyntax value => BindValue(value),
        FunctionSyntax size => BindSize(size),
        _ => throw new InvalidOperationException("The grammar lets only operands through."),
    };

    private PathOperand? BindPath(PathSyntax syntax)
    {
        DocumentPath? path = PathBinder.Bind(syntax, bindings, out string? error);
        if (error is not null) _errors.Undefined(error);
        return path is null ? null : new(path);
    }

    private ValueOperand? BindValue(ValueSyntax syntax)
    {
        if (syntax.Resolve(bindings, out string? error) is { } value) return new(value);
        _errors.Undefined(error!);
        return null;
    }

    private SizeOperand? BindSize(FunctionSyntax function)
    {
        Operand?[] operands = BindOperands(function.Operands);
        if (!RequireCount(function)) return null;
        if (operands[0]?.StaticType is AttributeType.N or AttributeType.BOOL or AttributeType.NULL)
            _errors.Type(ExpressionErrors.OperandType(function.Name, operands[0]!.StaticType!.Value.ToName()));
        return operands[0] is { } operand ? new(operand) : null;
    }

    private bool RequireCount(FunctionSyntax function)
    {
        if (function.Operands.Count == FunctionNames.OperandCount(function.Name)) return true;
        _errors.Count(ExpressionErrors.OperandCount(function.Name, function.Operands.Count));
        return false;
    }

    private DocumentPath? RequirePath(string function, Operand? operand)
    {
        if (operand is PathOperand path) return path.Path;
        if (operand is not null) _errors.Type(ExpressionErrors.PathRequired(function));
        return null;
    }

    private void RequireDistinct(string function, Operand? left, Operand? right)
    {
        if (left is PathOperand one && right is PathOperand two && one.Path.Equals(two.Path))
            _errors.Distinct(ExpressionErrors.NotDistinct(function, one.Path));
    }

    private void RequireOrdered(string function, Operand? operand)
    {
        if (operand?.StaticType is { } type && !ValueOrder.IsOrdered(type))
            _errors.Type(ExpressionErrors.OperandType(function, type.ToName()));
    }

    private void RequireText(string function, Operand? operand)
    {
        if (operand?.StaticType is { } type and not (AttributeType.S or AttributeType.B))
            _errors.Type(ExpressionErrors.OperandType(function, type.ToName()));
    }

    private void RequireBounds(Operand? lower, Operand? upper)
    {
        if (lower is not ValueOperand { Value: { } low } || upper is not ValueOperand { Value: { } high }) return;
        if (low.Type != high.Type) _errors.Type(ExpressionErrors.BoundsOfTwoTypes(low, high));
        else if (ValueOrder.TryCompare(low, high, out int order) && order > 0) _errors.Type(ExpressionErrors.BoundsReversed(low, high));
    }

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
