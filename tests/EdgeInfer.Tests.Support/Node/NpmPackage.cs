using System.Diagnostics;

namespace EdgeInfer.Tests.Support.Node;

/// <summary>A package of npm in a version of its own, installed once below artifacts/.</summary>
/// <param name="Folder">Its node_modules stand here.</param>
public sealed record NpmPackage(string Folder)
{
    public const string Node = "/usr/bin/node";

    private const string Npm = "/usr/bin/npm";

    public string Modules => Path.Combine(Folder, "node_modules");

    /// <summary>Skips the test where node, npm or the registry is absent.</summary>
    public static async Task<NpmPackage> OrSkipAsync(string name, string version)
    {
        Assert.SkipUnless(File.Exists(Node) && File.Exists(Npm), "needs node and npm (Debian: apt-get install nodejs npm)");
        var folder = Path.Combine(Repository.Root, "artifacts", "npm", $"{name.Replace('/', '-')}-{version}");
        if (!Directory.Exists(folder))
            await InstallAsync($"{name}@{version}", folder);
        return new NpmPackage(folder);
    }

    // Beside its place first: what stands there is whole.
    private static async Task InstallAsync(string package, string folder)
    {
        var draft = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(draft);
        var start = new ProcessStartInfo(
            Npm, ["install", "--prefix", draft, "--no-fund", "--no-audit", "--ignore-scripts", "--loglevel", "error", package])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = draft,
        };
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var (_, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0)
        {
            Directory.Delete(draft, recursive: true);
            Assert.Skip($"npm can't install {package}: {(await error).Split('\n')[0]}");
        }

        if (!Directory.Exists(folder))
            Directory.Move(draft, folder);
    }
}
