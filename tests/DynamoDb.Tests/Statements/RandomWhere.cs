using System.Globalization;

namespace RustStack.DynamoDb.Tests.Statements;

/// <summary>A random condition, written as PartiQL and as a filter expression.</summary>
internal sealed class RandomWhere(Random random)
{
    private static readonly string[] Texts = ["", "a", "b", "ab", "it's", "é😀"];
    private static readonly string[] Numbers = ["0", "1", "2", "-3", "1.5", "10", "1e2"];

    private readonly List<string> _parameters = [];
    private readonly List<string> _values = [];

    /// <summary>The parameters of the PartiQL text, as JSON.</summary>
    public string Parameters => string.Join(',', _parameters);

    /// <summary>The values of the filter expression, as the members of a JSON object.</summary>
    public string Values => string.Join(',', _values.Select(static (value, index) => $"\":v{index}\":{value}"));

    /// <summary>Makes a condition.</summary>
    /// <param name="depth">How deep it may nest.</param>
    /// <returns>The two texts.</returns>
    public (string PartiQl, string Filter) Condition(int depth)
    {
        if (depth == 0 || random.Next(4) == 0) return Leaf();
        if (random.Next(5) == 0)
        {
            (string partiQl, string filter) = Leaf();
            return ($"NOT {partiQl}", $"NOT {filter}");
        }

        string word = random.Next(3) == 0 ? "OR" : "AND";
        (string PartiQl, string Filter) one = Condition(depth - 1);
        (string PartiQl, string Filter) two = Condition(depth - 1);
        return ($"({one.PartiQl} {word} {two.PartiQl})", $"({one.Filter} {word} {two.Filter})");
    }

    private (string PartiQl, string Filter) Leaf()
    {
        (string name, bool isText) = Attribute();
        string path = random.Next(2) == 0 || name.Contains('[', StringComparison.Ordinal) ? name : $"\"{name}\"";
        switch (random.Next(9))
        {
            case 0:
                return random.Next(2) == 0
                    ? ($"{path} IS MISSING", $"attribute_not_exists({name})")
                    : ($"{path} IS NOT MISSING", $"attribute_exists({name})");
            case 1 when isText:
                (string prefix, string prefixPlace) = Value(isText: true);
                return ($"begins_with({path}, {prefix})", $"begins_with({name}, {prefixPlace})");
            case 2 when isText:
                (string part, string partPlace) = Value(isText: true);
                return ($"CONTAINS({path}, {part})", $"contains({name}, {partPlace})");
            case 3 when isText:
                (string size, string sizePlace) = Number(random.Next(4));
                return ($"size({path}) >= {size}", $"size({name}) >= {sizePlace}");
            case 4:
                return In(name, path, isText);
            case 5 when !isText:
                int low = random.Next(-3, 3);
                (string lower, string lowerPlace) = Number(low);
                (string upper, string upperPlace) = Number(low + random.Next(4));
                return ($"{path} BETWEEN {lower} AND {upper}", $"{name} BETWEEN {lowerPlace} AND {upperPlace}");
            default:
                string comparison = random.GetItems(["=", "=", "=", "<>", "<", "<=", ">", ">="], 1)[0];
                (string value, string place) = Value(isText);
                return ($"{path} {(comparison == "<>" && random.Next(2) == 0 ? "!=" : comparison)} {value}", $"{name} {comparison} {place}");
        }
    }

    private (string PartiQl, string Filter) In(string name, string path, bool isText)
    {
        (string Literal, string Place)[] values = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(isText))];
        return ($"{path} IN [{string.Join(", ", values.Select(static value => value.Literal))}]",
            $"{name} IN ({string.Join(", ", values.Select(static value => value.Place))})");
    }

    private (string Name, bool IsText) Attribute() => random.Next(8) switch
    {
        0 or 1 => ("pk", true),
        2 => ("sk", false),
        3 => ("g", true),
        4 => ("h", false),
        5 => ("a1", true),
        6 => ("b1", false),
        _ => ("l1[0]", true),
    };

    // Keys are never empty, and a key condition with an empty value is refused, where a filter just finds nothing.
    private (string Literal, string Place) Value(bool isText)
    {
        if (!isText) return Value("N", random.GetItems(Numbers, 1)[0]);
        return Value("S", random.GetItems(Texts[1..], 1)[0]);
    }

    private (string Literal, string Place) Number(int number) => Value("N", number.ToString(CultureInfo.InvariantCulture));

    private (string Literal, string Place) Value(string type, string text)
    {
        string json = $"{{\"{type}\":\"{text}\"}}";
        _values.Add(json);
        string place = $":v{_values.Count - 1}";
        if (random.Next(3) != 0) return (type == "S" ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : text, place);
        _parameters.Add(json);
        return ("?", place);
    }
}
