namespace RustStack.Core.Tests.Collections;

internal readonly struct IntComparer : IComparer<int>
{
    public int Compare(int x, int y) => x.CompareTo(y);
}
