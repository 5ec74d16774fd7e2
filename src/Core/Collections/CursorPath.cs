using System.Runtime.CompilerServices;

namespace RustStack.Core.Collections;

/// <summary>The branches between the root and a leaf, each with the index of the child that was taken.</summary>
[InlineArray(MaxDepth)]
internal struct CursorPath<TKey, TValue>
{
    /// <summary>More levels than any tree has that fits into memory: a branch has at least 21 children.</summary>
    public const int MaxDepth = 8;

    private (BranchNode<TKey, TValue> Branch, int Index) _level;
}
