namespace RustStack.S3.Policies;

/// <summary>Whom a statement speaks of.</summary>
/// <param name="Kind"><c>AWS</c>, <c>CanonicalUser</c>, <c>Federated</c> or <c>Service</c>.</param>
/// <param name="Value">The id, ARN or name; <c>*</c> for everyone.</param>
internal sealed record PolicyPrincipal(string Kind, string Value)
{
    public const string Aws = "AWS";
    public const string CanonicalUser = "CanonicalUser";
    public const string Everyone = "*";

    private const int AccountPart = 4;
    private const string Root = ":root";

    /// <summary>Whether it stands for everyone.</summary>
    public bool IsEveryone => Kind == Aws && Value == Everyone;

    /// <summary>Whether an account as a whole is meant: requests come from accounts here, not from their users and roles.</summary>
    /// <param name="accountId">The account; null for an anonymous caller, who is part of everyone alone.</param>
    public bool Is(string? accountId)
    {
        if (accountId is null) return IsEveryone;
        if (Kind == CanonicalUser) return Value == Buckets.CanonicalUser.IdOf(accountId);
        if (Kind != Aws) return false;
        if (Value == Everyone || Value == accountId) return true;
        string[] arn = Value.Split(':');
        return arn.Length > AccountPart && arn[AccountPart] == accountId && Value.EndsWith(Root, StringComparison.Ordinal);
    }
}
