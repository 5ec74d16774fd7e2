using System.Globalization;
using RustStack.Codegen.Output;

namespace RustStack.Codegen.DynamoDb.Patterns;

/// <summary>Writes a pattern's check over a span.</summary>
internal static class PatternEmitter
{
    /// <summary>Writes the method <c>IsMatch(string)</c>.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="exemption">A C# condition that satisfies the check by itself, or null.</param>
    /// <param name="output">Receives the method.</param>
    public static void Emit(Pattern pattern, string? exemption, SourceWriter output) =>
        output.Block("private static bool IsMatch(string value)", () =>
        {
            if (exemption is not null) output.Line($"if ({exemption}) return true;");
            int fixedLength = pattern.Items.Where(static item => item.IsFixed).Sum(static item => item.Minimum);
            PatternItem? variable = pattern.Items.FirstOrDefault(static item => !item.IsFixed);
            if (LengthViolation(pattern, fixedLength, variable) is { } violation) output.Line($"if ({violation}) return false;");
            if (pattern.Items is [{ } only])
            {
                EmitLoop("0", "value.Length", only.Class, output);
            }
            else
            {
                EmitParts(pattern, output);
            }

            output.Line("return true;");
        });

    private static string? LengthViolation(Pattern pattern, int fixedLength, PatternItem? variable) => (pattern.IsRepeated, variable) switch
    {
        (true, _) => $"value.Length == 0 || value.Length % {fixedLength} != 0",
        (_, null) => $"value.Length != {fixedLength}",
        (_, { Minimum: 0, Maximum: null }) when fixedLength == 0 => null,
        (_, { Maximum: null }) => $"value.Length < {fixedLength + variable.Minimum}",
        _ => $"value.Length is < {fixedLength + variable.Minimum} or > {fixedLength + variable.Maximum}",
    };

    // Parts before the variable one count from the start, parts after it from the end.
    private static void EmitParts(Pattern pattern, SourceWriter output)
    {
        if (pattern.IsRepeated) throw new NotSupportedException("A repeated group of several classes has no check yet.");
        int offset = 0;
        int trailing = pattern.Items.SkipWhile(static item => item.IsFixed).Skip(1).Sum(static item => item.Minimum);
        bool fromEnd = false;
        foreach (PatternItem item in pattern.Items)
        {
            if (!item.IsFixed)
            {
                EmitLoop(Text(offset), FromEnd(trailing), item.Class, output);
                fromEnd = true;
                offset = trailing;
                continue;
            }

            string start = fromEnd ? FromEnd(offset) : Text(offset);
            offset += fromEnd ? -item.Minimum : item.Minimum;
            EmitLoop(start, fromEnd ? FromEnd(offset) : Text(offset), item.Class, output);
        }
    }

    private static string FromEnd(int offset) => offset == 0 ? "value.Length" : $"value.Length - {Text(offset)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void EmitLoop(string start, string end, CharacterClass units, SourceWriter output) =>
        output.Block($"for (int i = {start}; i < {end}; i++)", () =>
            output.Line($"if (value[i] is not ({units.ToCSharpPattern()})) return false;"));
}
