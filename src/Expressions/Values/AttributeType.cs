namespace RustStack.Expressions.Values;

/// <summary>The ten data types of DynamoDB, named by their wire descriptors.</summary>
public enum AttributeType
{
    /// <summary>A string.</summary>
    S,

    /// <summary>A number.</summary>
    N,

    /// <summary>Binary data.</summary>
    B,

    /// <summary>A set of strings.</summary>
    SS,

    /// <summary>A set of numbers.</summary>
    NS,

    /// <summary>A set of binary values.</summary>
    BS,

    /// <summary>A map from names to values.</summary>
    M,

    /// <summary>A list of values.</summary>
    L,

    /// <summary>The null value.</summary>
    NULL,

    /// <summary>True or false.</summary>
    BOOL,
}
