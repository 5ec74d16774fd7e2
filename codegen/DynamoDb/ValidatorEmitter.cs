using RustStack.Codegen.Model;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb;

/// <summary>Writes a structure's constraint checks.</summary>
/// <param name="model">The model.</param>
/// <param name="constraints">The constraints.</param>
/// <param name="types">The C# types.</param>
/// <param name="ns">The namespace of the generated code.</param>
internal sealed class ValidatorEmitter(SmithyModel model, ConstraintMap constraints, TypeMap types, string ns)
{
    /// <summary>Writes the method <c>Validate</c>.</summary>
    public void Emit(Shape shape, SourceWriter output)
    {
        output.Line("/// <inheritdoc/>");
        output.Block("public void Validate(ConstraintErrors errors)", () =>
        {
            bool first = true;
            foreach (Member member in shape.Members) first &= !EmitMember(shape, member, first, output);
        });
        output.Line();
    }

    // Says whether there was anything to write; an empty line stands between members.
    private bool EmitMember(Shape shape, Member member, bool first, SourceWriter output)
    {
        Shape target = model.Target(member);
        string path = Names.Literal(Names.Path(member.Name));
        string local = Names.Local(member.Name);
        SourceWriter checks = new();
        EmitTarget(target, constraints.Length(shape, member), path, local, checks);
        string[] lines = checks.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!member.IsRequired && lines.Length == 0) return false;
        if (!first) output.Line();
        if (member.IsRequired) output.Line($"if ({Names.Property(member.Name)} is null) errors.AddNull({path});");
        if (lines.Length == 0) return true;
        output.Block($"if ({Names.Property(member.Name)} is {{ }} {local})", () =>
        {
            foreach (string line in lines) output.Line(line);
        });
        return true;
    }

    private void EmitTarget(Shape target, Bounds length, string path, string local, SourceWriter output)
    {
        switch (target.Kind)
        {
            case ShapeKind.String or ShapeKind.Enum when ConstraintMap.IsConstrained(target):
                output.Line($"{ConstraintMap.ClassName(target, ns)}.Check(errors, {path}, {local});");
                break;
            case ShapeKind.Integer or ShapeKind.Long or ShapeKind.Double:
                EmitRange(ConstraintMap.Range(target), path, local, output);
                break;
            case ShapeKind.Structure when constraints.IsChecked(target):
                output.Line($"errors.CheckStructure({path}, {local});");
                break;
            case ShapeKind.List:
                EmitLength(length, path, local, output);
                EmitElements(model.Target(target.Element), path, local, output);
                break;
            case ShapeKind.Map when !types.IsItem(target):
                EmitLength(length, path, local, output);
                EmitEntries(target, path, local, output);
                break;
            default:
                break;
        }
    }

    private static void EmitRange(Bounds range, string path, string local, SourceWriter output)
    {
        void Check(string violation, string text) => EmitCheck(local + violation, path, local, text, output);
        if (range.Minimum is not null) Check($" < {range.MinimumText}", Texts.MinimumValue(range));
        if (range.Maximum is not null) Check($" > {range.MaximumText}", Texts.MaximumValue(range));
    }

    private static void EmitLength(Bounds length, string path, string local, SourceWriter output)
    {
        void Check(string violation, string text) => EmitCheck($"{local}.Count{violation}", path, local, text, output);
        if (length.Minimum is > 0) Check($" < {length.MinimumText}", Texts.MinimumLength(length));
        if (length.Maximum is not null) Check($" > {length.MaximumText}", Texts.MaximumLength(length));
    }

    private static void EmitCheck(string violation, string path, string local, string text, SourceWriter output) =>
        output.Block($"if ({violation})", () => output.Line($"errors.Add({path}, JavaText.Of({local}), {Names.Literal(text)});"));

    private void EmitElements(Shape element, string path, string local, SourceWriter output)
    {
        if (ConstraintMap.IsConstrained(element))
        {
            string rules = ConstraintMap.ClassName(element, ns);
            output.Line($"errors.CheckElements({path}, {local}, {rules}.IsSatisfied, {rules}.Constraints);");
        }
        else if (constraints.IsChecked(element))
        {
            output.Line($"errors.CheckElements({path}, {local});");
        }
        else if (element.Kind is ShapeKind.List or ShapeKind.Map && !types.IsItem(element))
        {
            throw new NotSupportedException($"The generator has no check for a list of {element.Id}.");
        }
        else
        {
            output.Line($"errors.CheckNotNull({path}, {local});");
        }
    }

    private void EmitEntries(Shape map, string path, string local, SourceWriter output)
    {
        Shape key = model.Target(map.Key);
        Shape value = model.Target(map.Value);
        if (ConstraintMap.IsConstrained(key))
        {
            string rules = ConstraintMap.ClassName(key, ns);
            output.Line($"errors.CheckKeys({path}, {local}, {rules}.IsSatisfied, {rules}.Constraints);");
        }

        if (ConstraintMap.IsConstrained(value))
        {
            string rules = ConstraintMap.ClassName(value, ns);
            output.Line($"errors.CheckValues({path}, {local}, {rules}.IsSatisfied, {rules}.Constraints);");
        }
        else if (constraints.IsChecked(value))
        {
            output.Line($"errors.CheckValues({path}, {local});");
        }
        else if (value.Kind == ShapeKind.List && constraints.IsChecked(model.Target(value.Element)))
        {
            Bounds length = ConstraintMap.Length(value);
            string limits = $"{length.Minimum ?? 0}, {(length.Maximum is null ? "int.MaxValue" : length.MaximumText)}";
            output.Line($"errors.CheckLists({path}, {local}, {limits}, {Names.Literal(Texts.All(length, null))});");
        }
        else if (value.Kind is ShapeKind.List or ShapeKind.Map && !types.IsItem(value))
        {
            throw new NotSupportedException($"The generator has no check for a map of {value.Id}.");
        }
        else
        {
            output.Line($"errors.CheckNotNull({path}, {local});");
        }
    }
}
