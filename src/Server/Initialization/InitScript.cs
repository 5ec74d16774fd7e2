namespace RustStack.Server.Initialization;

/// <summary>A script of the user's. Its state changes while requests read it.</summary>
/// <param name="stage">When it runs.</param>
/// <param name="path">The file: <c>.sh</c>, executable, or <c>.py</c>.</param>
internal sealed class InitScript(InitStage stage, string path)
{
    private volatile InitScriptState _state;

    /// <summary>When it runs.</summary>
    public InitStage Stage { get; } = stage;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; } = System.IO.Path.GetFileName(path);

    /// <summary>What has become of it.</summary>
    public InitScriptState State
    {
        get => _state;
        set => _state = value;
    }
}
