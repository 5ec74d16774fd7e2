namespace RustStack.Core.Persistence;

/// <summary>Something to be saved or to be forgotten: a service's port declares which kinds there are.</summary>
public abstract record JournalRecord;
