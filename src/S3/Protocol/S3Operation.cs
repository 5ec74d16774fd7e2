namespace RustStack.S3.Protocol;

/// <summary>
/// An operation of S3. The generated base of each reads its input and writes its output; the class that derives from that base does the
/// work. One instance serves every request.
/// </summary>
internal abstract class S3Operation
{
    /// <summary>The operation's name in the model, such as <c>PutObject</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Answers a request completely.</summary>
    /// <param name="exchange">The request and its answer.</param>
    /// <param name="cancellationToken">Ends the work when the client goes away.</param>
    /// <returns>A task that ends when the answer is written. It fails with an AWS error that is still to be written.</returns>
    public abstract ValueTask InvokeAsync(S3Exchange exchange, CancellationToken cancellationToken);
}
