using System.Globalization;

namespace RustStack.Codegen.DynamoDb.Patterns;

/// <summary>
/// Reads the few regular expressions that the models use: a sequence of character classes with quantifiers, or one group of it repeated.
/// Anything else is refused, so that a new model cannot silently lose a check.
/// </summary>
internal sealed class PatternParser
{
    private readonly string _text;
    private int _position;

    private PatternParser(string text) => _text = text;

    /// <summary>Reads a pattern without its anchors.</summary>
    /// <exception cref="NotSupportedException">The pattern has a construct that the generator cannot turn into a check.</exception>
    public static Pattern Parse(string text)
    {
        bool repeated = text.StartsWith('(') && text.EndsWith(")+", StringComparison.Ordinal);
        PatternParser parser = new(repeated ? text[1..^2] : text);
        List<PatternItem> items = [];
        while (parser._position < parser._text.Length) items.Add(parser.ReadItem());
        items = Simplify(items);
        bool supported = repeated ? items.All(static item => item.IsFixed) : items.Count(static item => !item.IsFixed) <= 1;
        return supported ? new(items, repeated) : throw Unsupported(text, "two parts of variable length");
    }

    /// <summary><c>A+B*</c> with A within B is <c>AB*</c>, and <c>B*A+</c> is <c>B*A</c>: one part of variable length remains.</summary>
    private static List<PatternItem> Simplify(List<PatternItem> items)
    {
        List<PatternItem> result = [.. items];
        for (int i = 0; i < result.Count; i++)
        {
            bool absorbed = result[i] is { Minimum: 1, Maximum: null } && (Absorbs(result, i, i - 1) || Absorbs(result, i, i + 1));
            if (absorbed) result[i] = result[i] with { Maximum = 1 };
        }

        return result;
    }

    private static bool Absorbs(List<PatternItem> items, int item, int neighbour) =>
        neighbour >= 0
        && neighbour < items.Count
        && items[neighbour] is { Minimum: 0, Maximum: null } other
        && items[item].Class.IsSubsetOf(other.Class);

    private static NotSupportedException Unsupported(string text, string what) =>
        new($"The generator cannot turn the pattern {text} into a check: {what}.");

    private PatternItem ReadItem()
    {
        CharacterClass units = _text[_position] == '[' ? ReadClass() : ReadUnit();
        (int minimum, int? maximum) = ReadQuantifier();
        return new(units, minimum, maximum);
    }

    private (int Minimum, int? Maximum) ReadQuantifier()
    {
        switch (_position < _text.Length ? _text[_position] : '\0')
        {
            case '+':
                _position++;
                return (1, null);
            case '*':
                _position++;
                return (0, null);
            case '{':
                int end = _text.IndexOf('}', _position);
                string[] numbers = _text[(_position + 1)..end].Split(',');
                _position = end + 1;
                int first = int.Parse(numbers[0], CultureInfo.InvariantCulture);
                return (first, numbers.Length == 1 ? first : int.Parse(numbers[1], CultureInfo.InvariantCulture));
            default:
                return (1, 1);
        }
    }

    private CharacterClass ReadClass()
    {
        _position++;
        bool inverted = _text[_position] == '^';
        if (inverted) _position++;
        CharacterClass result = new();
        while (_text[_position] != ']') ReadRange(result);
        _position++;
        return inverted ? result.Invert() : result;
    }

    private void ReadRange(CharacterClass result)
    {
        if (_text[_position] == '\\' && IsNamedClass(_text[_position + 1]))
        {
            result.Add(ReadUnit());
            return;
        }

        char first = ReadCharacter();
        // A surrogate pair in a class is one character: a range of pairs covers every surrogate when it spans them all.
        if (char.IsHighSurrogate(first))
        {
            string pairs = @"\uDC00-\uDBFF\uDFFF";
            bool isWhole = first == '\uD800' && _text.AsSpan(_position).StartsWith(pairs);
            if (!isWhole) throw Unsupported(_text, "a part of the supplementary characters");
            _position += pairs.Length;
            result.Add('\uD800', '\uDFFF');
            return;
        }

        bool isRange = _text[_position] == '-' && _text[_position + 1] != ']';
        if (isRange) _position++;
        result.Add(first, isRange ? ReadCharacter() : first);
    }

    private static bool IsNamedClass(char escape) => escape is 'w' or 'd' or 'p';

    private CharacterClass ReadUnit()
    {
        if (_text[_position] != '\\' || !IsNamedClass(_text[_position + 1]))
        {
            if (@"()|.?^$".Contains(_text[_position])) throw Unsupported(_text, $"'{_text[_position]}'");
            char unit = ReadCharacter();
            return new CharacterClass().Add(unit, unit);
        }

        const string Print = @"\p{Print}";
        if (_text.AsSpan(_position).StartsWith(Print))
        {
            _position += Print.Length;
            return new CharacterClass().Add(' ', '~');
        }

        char name = _text[_position + 1];
        _position += 2;
        CharacterClass digits = new CharacterClass().Add('0', '9');
        return name switch
        {
            'd' => digits,
            'w' => digits.Add('a', 'z').Add('A', 'Z').Add('_', '_'),
            _ => throw Unsupported(_text, $"\\{name}"),
        };
    }

    private char ReadCharacter()
    {
        char unit = _text[_position++];
        if (unit != '\\') return unit;
        char escape = _text[_position++];
        int digits = escape switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0)
        {
            _position += digits;
            return (char)ushort.Parse(_text.AsSpan(_position - digits, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return escape switch
        {
            't' => '\t',
            'r' => '\r',
            'n' => '\n',
            _ when char.IsLetterOrDigit(escape) => throw Unsupported(_text, $"\\{escape}"),
            _ => escape,
        };
    }
}
