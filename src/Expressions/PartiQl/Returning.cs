namespace RustStack.Expressions.PartiQl;

/// <summary>What the answer to an UPDATE or DELETE shows of the item.</summary>
public enum Returning
{
    /// <summary><c>ALL OLD *</c>: the item as it was.</summary>
    AllOld,

    /// <summary><c>ALL NEW *</c>: the item as it is.</summary>
    AllNew,

    /// <summary><c>MODIFIED OLD *</c>: what changed of it, as it was.</summary>
    ModifiedOld,

    /// <summary><c>MODIFIED NEW *</c>: what changed of it, as it is.</summary>
    ModifiedNew,
}
