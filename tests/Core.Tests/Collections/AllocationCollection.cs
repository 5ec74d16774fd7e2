namespace RustStack.Core.Tests.Collections;

/// <summary>Tests that measure the heap run alone.</summary>
[CollectionDefinition("measures allocation", DisableParallelization = true)]
public sealed class AllocationCollection;
