namespace RustStack.S3.Policies;

/// <summary>A statement of a policy. Of each list it tells what it speaks of, or what it leaves out.</summary>
internal sealed record PolicyStatement
{
    public required bool IsAllow { get; init; }

    public required IReadOnlyList<PolicyPrincipal> Principals { get; init; }

    /// <summary>Whether all principals but those that are named are meant.</summary>
    public required bool ExceptPrincipals { get; init; }

    /// <summary>Patterns of actions.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Whether all actions but those that are named are meant.</summary>
    public required bool ExceptActions { get; init; }

    /// <summary>Patterns of resources.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Whether all resources but those that are named are meant.</summary>
    public required bool ExceptResources { get; init; }

    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }

    /// <summary>
    /// Whether the statement surely speaks of something: conditions are not evaluated, so that one with conditions allows and denies nothing.
    /// </summary>
    /// <param name="accountId">Who asks; null for an anonymous caller.</param>
    /// <param name="action">What is asked.</param>
    /// <param name="resource">The ARN that it is asked for.</param>
    public bool SurelyAppliesTo(string? accountId, string action, string resource) =>
        Conditions.Count == 0
        && Principals.Any(principal => principal.Is(accountId)) != ExceptPrincipals
        && Actions.Any(pattern => PolicyPattern.Matches(pattern, action, ignoreCase: true)) != ExceptActions
        && Resources.Any(pattern => PolicyPattern.Matches(pattern, resource)) != ExceptResources;
}
