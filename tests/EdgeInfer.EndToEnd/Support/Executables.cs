using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>What a user starts, as built or published under the checkout.</summary>
internal static class Executables
{
    private static string Configuration { get; } =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public static string[] CommandLine { get; } = Built("tools/EdgeInfer.Cli", "edgeinfer");

    public static string[] JitRuntime { get; } = Built("src/EdgeInfer.Runtime", "edgeinfer-runtime");

    public static string[] Trainer { get; } = Built("tools/EdgeInfer.Trainer", "edgeinfer-trainer");

    /// <summary>The native runtime that .ci/run publishes before the tests; the test skips where it is absent.</summary>
    public static string PublishedRuntime(string target) =>
        Published("src/EdgeInfer.Runtime", target, $"artifacts/publish/{target}", "edgeinfer-runtime");

    /// <summary>The native probe of kernels, in the same way.</summary>
    public static string PublishedProbe(string target) =>
        Published("tests/EdgeInfer.KernelProbe", target, $"artifacts/publish/kernel-probe-{target}", "edgeinfer-kernel-probe");

    private static string Published(string project, string target, string folder, string executable)
    {
        var path = Path.Combine(Repository.Root, folder, executable);
        Assert.SkipUnless(
            File.Exists(path), $"needs the published executable: dotnet publish {project} -c Release -r {target} -o {folder}");
        return path;
    }

    private static string[] Built(string project, string assembly) =>
        ["dotnet", "exec", Path.Combine(Repository.Root, project, "bin", Configuration, "net10.0", $"{assembly}.dll")];
}
