namespace RustStack.Core.Signing;

/// <summary>A signature that is not the one calculated, and what the calculation was made of, for the caller to compare.</summary>
/// <param name="AccessKeyId">Whose signature it should be.</param>
/// <param name="Provided">The signature that the request brought.</param>
/// <param name="StringToSign">What was signed.</param>
/// <param name="CanonicalRequest">The request as the signature covers it; null where there is none, as with chunks and forms.</param>
public sealed record SignatureMismatch(string AccessKeyId, string Provided, string StringToSign, string? CanonicalRequest);
