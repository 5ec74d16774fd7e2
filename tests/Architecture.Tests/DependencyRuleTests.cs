using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace RustStack.Architecture.Tests;

public sealed class DependencyRuleTests
{
    [Theory]
    [InlineData("src/Core/RustStack.Core.csproj", "")]
    [InlineData("src/Expressions/RustStack.Expressions.csproj", "")]
    [InlineData("src/DynamoDb/RustStack.DynamoDb.csproj", "Core Expressions")]
    [InlineData("src/S3/RustStack.S3.csproj", "Core")]
    [InlineData("src/Storage.Sqlite/RustStack.Storage.Sqlite.csproj", "Core DynamoDb S3")]
    [InlineData("src/Server/RustStack.Server.csproj", "Core DynamoDb S3 Storage.Sqlite")]
    [InlineData("codegen/RustStack.Codegen.csproj", "")]
    public void Project_ReferencesOnlyWhatLiesBelowIt(string project, string allowed)
    {
        IEnumerable<string> references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value).Replace("RustStack.", "", StringComparison.Ordinal));

        Assert.Equal(allowed, string.Join(' ', references.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void EveryProject_HasARow()
    {
        string[] projects = [.. Repository.Files("src", "*.csproj"), .. Repository.Files("codegen", "*.csproj")];
        IEnumerable<string?> rows = typeof(DependencyRuleTests).GetMethod(nameof(Project_ReferencesOnlyWhatLiesBelowIt))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Select(static row => ((InlineDataAttribute)row).Data[0] as string);

        Assert.Equal(projects.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("RustStack.Core")]
    [InlineData("RustStack.Expressions")]
    [InlineData("RustStack.DynamoDb")]
    [InlineData("RustStack.S3")]
    public void ServiceAssembly_KnowsNoHostNoRoutingNoDatabase(string assembly)
    {
        string[] banned = ["Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server", "Microsoft.Extensions.Configuration", "Microsoft.Data.Sqlite", "Dapper", "ruststack"];

        Assert.Equal([], ReferencesOf(assembly).Where(name => banned.Any(start => name.StartsWith(start, StringComparison.Ordinal))));
    }

    [Fact]
    public void Expressions_KnowNoWebFramework() =>
        Assert.Equal([], ReferencesOf("RustStack.Expressions").Where(static name => name.StartsWith("Microsoft.", StringComparison.Ordinal)));

    private static List<string> ReferencesOf(string assembly)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using PEReader image = new(file);
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
