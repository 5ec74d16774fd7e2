using System.Globalization;
using RustStack.DynamoDb.Errors;

namespace RustStack.DynamoDb.Validation;

/// <summary>
/// Collects the violations of the model's constraints in one request. The service checks them before anything else and reports up to
/// <see cref="MaxListed"/> of them in one message, each with the member's path, such as <c>keySchema.1.member.attributeName</c>.
/// </summary>
internal sealed class ConstraintErrors
{
    /// <summary>The most violations that one message lists; further ones are not looked at.</summary>
    public const int MaxListed = 10;

    private readonly List<string> _path = [];
    private readonly List<string> _violations = [];

    /// <summary>Validates a request's input.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="Core.Errors.AwsException">ValidationException: a constraint is violated.</exception>
    public static void ThrowIfAny(IConstrained input)
    {
        ConstraintErrors errors = new();
        input.Validate(errors);
        if (errors._violations.Count > 0) throw DynamoDbErrors.Constraints(errors._violations);
    }

    /// <summary>Records that a required member is missing.</summary>
    /// <param name="member">The member as messages spell it.</param>
    public void AddNull(string member) => Record(member, "null", "Member must not be null");

    /// <summary>Records a value that violates a constraint.</summary>
    /// <param name="member">The member as messages spell it.</param>
    /// <param name="value">The value as messages show it.</param>
    /// <param name="constraint">The constraint in the service's words.</param>
    public void Add(string member, string value, string constraint) => Record(member, $"'{value}'", constraint);

    /// <summary>Checks a structure.</summary>
    public void CheckStructure(string member, IConstrained value) => CheckBelow(member, value);

    /// <summary>Checks that a list's elements are there.</summary>
    public void CheckNotNull<T>(string member, IReadOnlyList<T> list)
        where T : class
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is null) AddNull(Element(member, i));
        }
    }

    /// <summary>Checks that a map's values are there.</summary>
    public void CheckNotNull<T>(string member, IReadOnlyDictionary<string, T> map)
        where T : class
    {
        foreach ((string key, T value) in map)
        {
            if (value is null) AddNull(Entry(member, key));
        }
    }

    /// <summary>Checks a list's structures.</summary>
    public void CheckElements<T>(string member, IReadOnlyList<T> list)
        where T : class, IConstrained
    {
        for (int i = 0; i < list.Count; i++) CheckBelow(Element(member, i), list[i]);
    }

    /// <summary>Checks a list of texts: each is there, and all satisfy their constraints.</summary>
    public void CheckElements(string member, IReadOnlyList<string> list, Func<string, bool> isSatisfied, string constraints)
    {
        CheckNotNull(member, list);
        foreach (string element in list)
        {
            if (element is null || isSatisfied(element)) continue;
            Add(member, JavaText.Of(list), $"Member must satisfy constraint: {constraints}");
            return;
        }
    }

    /// <summary>Checks a map's keys.</summary>
    public void CheckKeys<T>(string member, IReadOnlyDictionary<string, T> map, Func<string, bool> isSatisfied, string constraints)
    {
        foreach (KeyValuePair<string, T> entry in map)
        {
            if (isSatisfied(entry.Key)) continue;
            Add(member, JavaText.Of(map), $"Map keys must satisfy constraint: {constraints}");
            return;
        }
    }

    /// <summary>Checks a map's structures.</summary>
    public void CheckValues<T>(string member, IReadOnlyDictionary<string, T> map)
        where T : class, IConstrained
    {
        foreach ((string key, T value) in map) CheckBelow(Entry(member, key), value);
    }

    /// <summary>Checks a map of texts: each is there, and all satisfy their constraints.</summary>
    public void CheckValues(string member, IReadOnlyDictionary<string, string> map, Func<string, bool> isSatisfied, string constraints)
    {
        CheckNotNull(member, map);
        foreach (KeyValuePair<string, string> entry in map)
        {
            if (entry.Value is null || isSatisfied(entry.Value)) continue;
            Add(member, JavaText.Of(map), $"Map value must satisfy constraint: {constraints}");
            return;
        }
    }

    /// <summary>Checks a map of lists: each list is there and has a length within the bounds, and its structures satisfy theirs.</summary>
    public void CheckLists<T>(
        string member, IReadOnlyDictionary<string, IReadOnlyList<T>> map, int minLength, int maxLength, string constraints)
        where T : class, IConstrained
    {
        CheckNotNull(member, map);
        foreach (KeyValuePair<string, IReadOnlyList<T>> entry in map)
        {
            if (entry.Value is null || (entry.Value.Count >= minLength && entry.Value.Count <= maxLength)) continue;
            Add(member, JavaText.Of(map), $"Map value must satisfy constraint: {constraints}");
            break;
        }

        foreach ((string key, IReadOnlyList<T> list) in map)
        {
            if (list is not null) CheckElements(Entry(member, key), list);
        }
    }

    private static string Element(string member, int index) => string.Create(CultureInfo.InvariantCulture, $"{member}.{index + 1}.member");

    private static string Entry(string member, string key) => $"{member}.{key}.member";

    private void CheckBelow(string member, IConstrained? value)
    {
        if (value is null)
        {
            AddNull(member);
            return;
        }

        if (_violations.Count == MaxListed) return;
        _path.Add(member);
        value.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Record(string member, string value, string constraint)
    {
        if (_violations.Count == MaxListed) return;
        string path = _path.Count == 0 ? member : $"{string.Join('.', _path)}.{member}";
        _violations.Add($"Value {value} at '{path}' failed to satisfy constraint: {constraint}");
    }
}
