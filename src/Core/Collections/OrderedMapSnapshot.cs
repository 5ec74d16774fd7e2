namespace RustStack.Core.Collections;

/// <summary>
/// The entries of a map as they were when it was taken. Immutable: any number of threads may read it while the map is written to.
/// </summary>
/// <typeparam name="TKey">The map's keys.</typeparam>
/// <typeparam name="TValue">The map's values.</typeparam>
public sealed class OrderedMapSnapshot<TKey, TValue> : OrderedMapView<TKey, TValue>
{
    internal OrderedMapSnapshot(Node<TKey, TValue> root, int count, long epoch)
        : base(root, count) => Epoch = epoch;

    /// <summary>The epoch of the map when the snapshot was taken: no node of the snapshot is of a later one.</summary>
    internal long Epoch { get; }
}
