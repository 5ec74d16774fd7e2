using System.Reflection;

namespace RustStack.Server;

/// <summary>The version of this build.</summary>
internal static class ProductVersion
{
    /// <summary>The version as the build policy sets it, such as <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
