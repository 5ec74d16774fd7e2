using System.Text;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace RustStack.Containers;

/// <summary>What harnesses do with LocalStack's image that an image without a shell cannot bear.</summary>
public sealed class CompatImageTests
{
    private const ushort Port = 4566;
    private const UnixFileModes Executable = UnixFileModes.UserRead | UnixFileModes.UserExecute | UnixFileModes.GroupRead | UnixFileModes.GroupExecute
        | UnixFileModes.OtherRead | UnixFileModes.OtherExecute;

    private readonly Images _images;

    public CompatImageTests(Images images)
    {
        _images = images;
        images.RequireEngine();
    }

    /// <summary>As Java's LocalStackContainer does: a shell waits for a script, and the script calls LocalStack's entrypoint.</summary>
    [Fact]
    public async Task EntrypointThatWaitsForAScript_StartsTheInstance()
    {
        const string script = "/testcontainers_start.sh";
        await using IContainer container = new ContainerBuilder(_images.Compat)
            .WithPortBinding(Port, true)
            .WithEntrypoint("sh", "-c", $"while [ ! -f {script} ]; do sleep 0.1; done; {script}")
            .WithStartupCallback((started, token) =>
                started.CopyAsync(Encoding.ASCII.GetBytes("#!/bin/bash\nexport LOG_LEVEL=debug\n/usr/local/bin/docker-entrypoint.sh\n"), script, fileMode: Executable, ct: token))
            .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("Ready\\.\n"))
            .Build();
        await container.StartAsync();
        using HttpClient client = new() { BaseAddress = new($"http://{container.Hostname}:{container.GetMappedPublicPort(Port)}") };

        Assert.Contains("\"s3\":\"running\"", await client.GetStringAsync("/_localstack/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitScripts_RunAndTheirStateIsTold()
    {
        await using IContainer container = new ContainerBuilder(_images.Compat)
            .WithPortBinding(Port, true)
            .WithResourceMapping(Script("echo booted >/tmp/booted"), "/etc/localstack/init/boot.d/1.sh", fileMode: Executable)
            .WithResourceMapping(Script("grep -x booted /tmp/booted\n" + Put("/from-a-hook")), "/etc/localstack/init/ready.d/1.sh", fileMode: Executable)
            .WithResourceMapping(Script("exit 3"), "/etc/localstack/init/ready.d/2.sh", fileMode: Executable)
            .WithResourceMapping(Script("echo stopped"), "/etc/localstack/init/shutdown.d/1.sh", fileMode: Executable)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("Ready\\.\n"))
            .Build();
        await container.StartAsync();
        using HttpClient client = new() { BaseAddress = new($"http://{container.Hostname}:{container.GetMappedPublicPort(Port)}") };

        Assert.Equal(
            """
            {"completed":{"BOOT":true,"START":true,"READY":true,"SHUTDOWN":false},"scripts":[
            {"stage":"BOOT","name":"1.sh","state":"SUCCESSFUL"},{"stage":"READY","name":"1.sh","state":"SUCCESSFUL"},
            {"stage":"READY","name":"2.sh","state":"ERROR"},{"stage":"SHUTDOWN","name":"1.sh","state":"UNKNOWN"}]}
            """.ReplaceLineEndings(""),
            await client.GetStringAsync("/_localstack/init"));
        Assert.Contains("<Name>from-a-hook</Name>", await client.GetStringAsync("/"), StringComparison.Ordinal);
        await container.StopAsync();
        Assert.EndsWith("\nReady.\nstopped\n", (await container.GetLogsAsync(timestampsEnabled: false)).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_HasTheShellAndTheFoldersThatHarnessesLookFor()
    {
        string output = await DockerCommand.RunAsync("run", "--rm", "--entrypoint", "bash", _images.Compat, "-c",
            "test -x /usr/local/bin/docker-entrypoint.sh && test -x /usr/local/bin/awslocal && ls /etc/localstack/init && readlink /var/lib/localstack && ruststack --version");

        Assert.Matches("^boot.d\nready.d\nshutdown.d\nstart.d\n/data\nruststack [0-9.]+$", output);
    }

    private static byte[] Script(string commands) => Encoding.ASCII.GetBytes($"#!/bin/bash\n{commands}\n");

    /// <summary>A request without curl, which the smallest base does not have.</summary>
    private static string Put(string path) =>
        $"exec 3<>/dev/tcp/127.0.0.1/{Port}; printf 'PUT {path} HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n' >&3; grep -q '^HTTP/1.1 200' <&3";
}
