using System.Collections;

namespace RustStack.Codegen.DynamoDb.Patterns;

/// <summary>A set of UTF-16 code units: what one place of a pattern accepts.</summary>
internal sealed class CharacterClass
{
    private readonly BitArray _members = new(char.MaxValue + 1);

    /// <summary>Whether the set holds a code unit.</summary>
    public bool Contains(char unit) => _members[unit];

    /// <summary>Adds an inclusive range.</summary>
    public CharacterClass Add(char first, char last)
    {
        for (int unit = first; unit <= last; unit++) _members[unit] = true;
        return this;
    }

    /// <summary>Adds every member of another set.</summary>
    public CharacterClass Add(CharacterClass other)
    {
        _members.Or(other._members);
        return this;
    }

    /// <summary>Turns the set into what it does not hold.</summary>
    public CharacterClass Invert()
    {
        _members.Not();
        return this;
    }

    /// <summary>Whether every member of this set is in another.</summary>
    public bool IsSubsetOf(CharacterClass other)
    {
        for (int unit = 0; unit < _members.Length; unit++)
        {
            if (_members[unit] && !other._members[unit]) return false;
        }

        return true;
    }

    /// <summary>A C# pattern that matches the set's members: ranges and single units joined by <c>or</c>.</summary>
    public string ToCSharpPattern()
    {
        List<string> parts = [];
        for (int unit = 0; unit < _members.Length; unit++)
        {
            if (!_members[unit]) continue;
            int last = unit;
            while (last + 1 < _members.Length && _members[last + 1]) last++;
            parts.Add(last == unit ? Literal(unit) : $"(>= {Literal(unit)} and <= {Literal(last)})");
            unit = last;
        }

        return string.Join(" or ", parts);
    }

    private static string Literal(int unit) => unit is > ' ' and < 0x7F and not '\'' and not '\\' ? $"'{(char)unit}'" : $"'\\u{unit:X4}'";
}
