using Microsoft.Extensions.Logging.Abstractions;
using RustStack.Server.Hosting;
using RustStack.Server.Initialization;
using RustStack.Server.Settings;
using RustStack.Server.Tests.Settings;

namespace RustStack.Server.Tests.Initialization;

public sealed class InitScriptsTests : IDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly string _folder = Directory.CreateTempSubdirectory("init-scripts-").FullName;

    private string Output => Path.Combine(_folder, "output");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Scripts_RunByNameAndFoldersBeforeTheirSubfolders()
    {
        foreach (string name in (string[])["ready.d/b.sh", "ready.d/a/2.sh", "ready.d/a/1.sh", "ready.d/a.sh", "ready.d/B.sh", "boot.d/z.sh", "shutdown.d/y.sh"])
        {
            Write(name, $"echo {name} >>{Output}");
        }

        Write("ready.d/notes.txt", "exit 1");
        InitScripts scripts = Find();
        foreach (InitStage stage in InitScripts.Stages) await scripts.RunAsync(stage, null, Never);

        string[] expected = ["boot.d/z.sh", "ready.d/B.sh", "ready.d/a.sh", "ready.d/b.sh", "ready.d/a/1.sh", "ready.d/a/2.sh", "shutdown.d/y.sh"];
        Assert.Equal(expected, await File.ReadAllLinesAsync(Output, TestContext.Current.CancellationToken));
        Assert.Equal(["z.sh", "B.sh", "a.sh", "b.sh", "1.sh", "2.sh", "y.sh"], scripts.Scripts.Select(static script => script.Name));
    }

    [Fact]
    public async Task ScriptThatFails_StopsNothing()
    {
        Write("ready.d/1.sh", "exit 3");
        File.WriteAllText(Path.Combine(_folder, "ready.d/2.sh"), "#!/bin/sh\n");
        Write("ready.d/3.sh", "exit 0");
        InitScripts scripts = Find();
        Assert.All(scripts.Scripts, static script => Assert.Equal(InitScriptState.Unknown, script.State));
        await scripts.RunAsync(InitStage.Ready, null, Never);

        Assert.Equal([InitScriptState.Error, InitScriptState.Error, InitScriptState.Successful], scripts.Scripts.Select(static script => script.State));
        Assert.True(scripts.IsCompleted(InitStage.Ready));
        Assert.False(scripts.IsCompleted(InitStage.Boot));
    }

    [Fact]
    public async Task Endpoint_IsGivenToTheScripts()
    {
        Write("ready.d/1.sh", $"echo \"$AWS_ENDPOINT_URL\" >{Output}");
        InitScripts scripts = Find();
        await scripts.RunAsync(InitStage.Ready, new("http://127.0.0.1:4566/"), Never);

        Assert.Equal("http://127.0.0.1:4566\n", await File.ReadAllTextAsync(Output, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task InstanceThatIsToStop_EndsTheScriptAndLeavesOutTheRest()
    {
        Write("ready.d/1.sh", "exec sleep 600");
        Write("ready.d/2.sh", $"echo ran >{Output}");
        TaskCompletionSource stop = new();
        InitScripts scripts = Find();
        Task run = scripts.RunAsync(InitStage.Ready, null, stop.Task);
        Assert.Equal(InitScriptState.Running, scripts.Scripts[0].State);
        stop.SetResult();
        await run;

        Assert.Equal([InitScriptState.Error, InitScriptState.Unknown], scripts.Scripts.Select(static script => script.State));
        Assert.False(scripts.IsCompleted(InitStage.Ready));
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public async Task FolderThatIsMissing_HasNoScripts()
    {
        var scripts = InitScripts.Find(Path.Combine(_folder, "absent"), NullLoggerFactory.Instance);
        await scripts.RunAsync(InitStage.Boot, null, Never);

        Assert.Empty(scripts.Scripts);
        Assert.True(scripts.IsCompleted(InitStage.Boot));
    }

    [Fact]
    public async Task Endpoints_TellOfStagesAndScripts()
    {
        Write("ready.d/1.sh", "exit 0");
        Write("ready.d/2.sh", "exit 1");
        Write("shutdown.d/3.sh", "exit 0");
        InitScripts scripts = Find();
        await scripts.RunAsync(InitStage.Boot, null, Never);
        await scripts.RunAsync(InitStage.Start, null, Never);
        ServerOptions options = OptionsReader.ReadUsable("GATEWAY_LISTEN=127.0.0.1:0");
        await using RustStackHost host = await RustStackHost.StartAsync(
            options, RustStackHost.CreateEnvironment(options, TimeProvider.System, NullLoggerFactory.Instance), [], null, scripts);
        using HttpClient client = new() { BaseAddress = host.Address };

        Assert.Equal(
            """{"completed":false,"scripts":[{"stage":"READY","name":"1.sh","state":"UNKNOWN"},{"stage":"READY","name":"2.sh","state":"UNKNOWN"}]}""",
            await client.GetStringAsync("/_localstack/init/ready", TestContext.Current.CancellationToken));
        await scripts.RunAsync(InitStage.Ready, host.Address, Never);
        Assert.Equal(
            """
            {"completed":{"BOOT":true,"START":true,"READY":true,"SHUTDOWN":false},"scripts":[
            {"stage":"READY","name":"1.sh","state":"SUCCESSFUL"},{"stage":"READY","name":"2.sh","state":"ERROR"},
            {"stage":"SHUTDOWN","name":"3.sh","state":"UNKNOWN"}]}
            """.ReplaceLineEndings(""),
            await client.GetStringAsync("/_localstack/init", TestContext.Current.CancellationToken));
    }

    private InitScripts Find() => InitScripts.Find(_folder, NullLoggerFactory.Instance);

    private void Write(string name, string command)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
