using System.Text.Json;
using RustStack.S3.Errors;

namespace RustStack.S3.Policies;

/// <summary>Reads one statement of a bucket's policy.</summary>
internal sealed class StatementReader
{
    private readonly string _bucket;
    private readonly Dictionary<string, JsonElement> _elements = new(StringComparer.Ordinal);

    /// <summary>Finds the elements of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="bucket">The bucket that the policy is for.</param>
    /// <exception cref="Core.Errors.AwsException">It is no object, or has elements that no statement has.</exception>
    public StatementReader(JsonElement statement, string bucket)
    {
        _bucket = bucket;
        if (statement.ValueKind != JsonValueKind.Object) throw PolicyErrors.InvalidSyntax();
        foreach (JsonProperty property in statement.EnumerateObject())
        {
            bool isKnown = property.Name is "Sid" or "Effect" or "Condition" or "Principal" or "NotPrincipal" or "Action" or "NotAction"
                or "Resource" or "NotResource";
            if (!isKnown) throw PolicyErrors.UnknownField(property.Name);
            _elements[property.Name] = property.Value;
        }

        if (_elements.TryGetValue("Sid", out JsonElement sid)) Sid = PolicyValues.Text(sid);
    }

    /// <summary>The statement's id, or null.</summary>
    public string? Sid { get; }

    /// <summary>Reads the statement.</summary>
    /// <returns>What it says.</returns>
    /// <exception cref="Core.Errors.AwsException">MalformedPolicy.</exception>
    public PolicyStatement Read()
    {
        bool isAllow = ReadEffect();
        (JsonElement principal, bool exceptPrincipals) = Either("Principal", "NotPrincipal");
        (JsonElement action, bool exceptActions) = Either("Action", "NotAction");
        (JsonElement resource, bool exceptResources) = Either("Resource", "NotResource");
        PolicyStatement statement = new()
        {
            IsAllow = isAllow,
            Principals = PrincipalReader.Read(principal),
            ExceptPrincipals = exceptPrincipals,
            Actions = ReadActions(action),
            ExceptActions = exceptActions,
            Resources = ReadResources(resource),
            ExceptResources = exceptResources,
            Conditions = _elements.TryGetValue("Condition", out JsonElement condition) ? ConditionReader.Read(condition) : [],
        };
        if (!exceptActions && !exceptResources) CheckScope(statement);
        return statement;
    }

    private bool ReadEffect()
    {
        if (!_elements.TryGetValue("Effect", out JsonElement effect)) throw PolicyErrors.MissingField("Effect");
        return PolicyValues.Text(effect) switch
        {
            "Allow" => true,
            "Deny" => false,
            string other => throw PolicyErrors.InvalidEffect(other),
        };
    }

    private (JsonElement Value, bool IsExcept) Either(string name, string exceptName)
    {
        bool isThere = _elements.TryGetValue(name, out JsonElement value);
        bool isExcept = _elements.TryGetValue(exceptName, out JsonElement exceptions);
        if (isThere && isExcept) throw PolicyErrors.InvalidSyntax();
        if (!isThere && !isExcept) throw PolicyErrors.MissingField(name);
        return isThere ? (value, false) : (exceptions, true);
    }

    private static IReadOnlyList<string> ReadActions(JsonElement value)
    {
        IReadOnlyList<string> actions = PolicyValues.Texts(value);
        if (actions.Count == 0) throw PolicyErrors.MissingField("Action");
        foreach (string action in actions)
        {
            if (!PolicyActions.ApplyToObjects(action) && !PolicyActions.ApplyToBuckets(action)) throw PolicyErrors.InvalidAction(action);
        }

        return actions;
    }

    private IReadOnlyList<string> ReadResources(JsonElement value)
    {
        IReadOnlyList<string> resources = PolicyValues.Texts(value);
        if (resources.Count == 0) throw PolicyErrors.MissingField("Resource");
        foreach (string resource in resources)
        {
            if (!PolicyResource.IsOf(resource, _bucket)) throw PolicyErrors.InvalidResource(resource);
        }

        return resources;
    }

    /// <summary>Every action needs a resource of its kind: the bucket or objects.</summary>
    private static void CheckScope(PolicyStatement statement)
    {
        bool hasBucket = statement.Resources.Any(PolicyResource.MayBeBucket);
        bool hasObjects = statement.Resources.Any(PolicyResource.MayBeObject);
        foreach (string action in statement.Actions)
        {
            bool applies = hasBucket && PolicyActions.ApplyToBuckets(action) || hasObjects && PolicyActions.ApplyToObjects(action);
            if (!applies) throw PolicyErrors.ActionWithoutResource();
        }
    }
}
