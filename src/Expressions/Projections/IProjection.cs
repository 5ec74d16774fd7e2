using RustStack.Expressions.Paths;
using RustStack.Expressions.Values;

namespace RustStack.Expressions.Projections;

/// <summary>What a read returns of an item. It is immutable and may be applied by many threads at once.</summary>
public interface IProjection
{
    /// <summary>The top-level attributes that it reads, each once.</summary>
    IReadOnlyList<string> AttributeNames { get; }

    /// <summary>Whether it asks for whole top-level attributes only, so that they can be copied undecoded.</summary>
    bool IsTopLevelOnly { get; }

    /// <summary>The attributes that it reads, and how.</summary>
    UsedAttributes Attributes { get; }

    /// <summary>Reads the parts that an item has.</summary>
    /// <param name="source">The item.</param>
    /// <returns>Names and values, each name once.</returns>
    IReadOnlyList<KeyValuePair<string, AttributeValue>> Apply(IAttributeSource source);
}
