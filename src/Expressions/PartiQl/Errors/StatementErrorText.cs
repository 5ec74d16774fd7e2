using RustStack.Expressions.Paths;

namespace RustStack.Expressions.PartiQl.Errors;

/// <summary>What is said of statements that can be parsed and are refused all the same.</summary>
internal static class StatementErrorText
{
    public const string ParameterCount = "Number of parameters in request and statement don't match.";
    public const string MisplacedMissing = "MISSING can only be compared with an attribute, by =, <>, IS or IS NOT.";
    public const string EmptySet = "One or more parameter values were invalid: A set may not be empty";
    public const string MixedSet = "One or more parameter values were invalid: The elements of a set must be all strings, all numbers or all binary values";
    public const string RepeatedElement = "One or more parameter values were invalid: A set may not contain duplicates";
    public const string ItemNotMap = "The value of an INSERT must be a map.";
    public const string IndexChanged = "INSERT, UPDATE and DELETE take a table, not an index.";
    public const string DeleteReturns = "DELETE can only return ALL OLD *.";
    public const string NestedTooDeep = "The statement has too many nesting levels.";
    public const string SetFunctionTarget = "SET_ADD and SET_DELETE must have the attribute that is set as their first operand, and a set as their second.";

    public static string OrderNotOfKey(DocumentPath path) => OrderNotOfKey(path.ToString());

    public static string OrderNotOfKey(string name) => $"Variable reference {name} in ORDER BY clause must be part of the primary key";

    public static string RepeatedName(string name) => $"One or more parameter values were invalid: A map may not have the name {name} twice";

    public static string UnsupportedClause(string word) => $"Unsupported clause: {word.ToUpperInvariant()}";

    public static string UnsupportedFunction(string name) => $"Unsupported function: {name}";
}
