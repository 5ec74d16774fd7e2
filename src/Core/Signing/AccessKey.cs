namespace RustStack.Core.Signing;

/// <summary>A key pair that signature verification accepts.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">The secret access key. Never logged.</param>
/// <param name="AccountId">The account that the pair belongs to: 12 digits.</param>
public sealed record AccessKey(string Id, string Secret, string AccountId)
{
    /// <summary>The id alone: the secret stays out of any text made of this record.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Id;
}
