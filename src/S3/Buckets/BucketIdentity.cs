namespace RustStack.S3.Buckets;

/// <summary>What a bucket is and stays.</summary>
/// <param name="Id">Its id among saved buckets, which no other bucket ever has.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnerAccountId">The account that created it.</param>
/// <param name="Region">Where it is.</param>
/// <param name="CreationTime">When it was created.</param>
internal sealed record BucketIdentity(long Id, string Name, string OwnerAccountId, string Region, DateTimeOffset CreationTime);
