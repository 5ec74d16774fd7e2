namespace RustStack.Core.Signing;

/// <summary>What a signing key is derived from, beside the secret.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="Scope">The credential scope.</param>
internal readonly record struct SigningKeyId(string AccessKeyId, string Scope);
