namespace RustStack.Architecture.Tests;

public sealed class SelfContainedTests
{
    private static readonly string[] Binary = [".png", ".ico", ".gz", ".zip"];

    /// <summary>The repository stands alone: only the CI script may look beside it, for the models that it checks the generated code against.</summary>
    [Fact]
    public void NothingOutsideTheRepository_IsNamed()
    {
        string beside = string.Concat("..", "/shared");
        string[] machine = [string.Concat("/work", "/"), string.Concat("/root", "/")];
        List<string> offenders = [];
        foreach (string path in Repository.Files(".").Select(static path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path))
        {
            if (path == ".git" || Binary.Contains(Path.GetExtension(path))) continue;
            string text = Repository.Read(path);
            if (text.Contains(beside, StringComparison.Ordinal) && path != ".ci/run") offenders.Add(path);
            if (machine.Any(folder => text.Contains(folder, StringComparison.Ordinal))) offenders.Add(path);
        }

        Assert.Equal([], offenders);
    }
}
