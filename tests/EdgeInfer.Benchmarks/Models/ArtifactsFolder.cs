namespace EdgeInfer.Benchmarks.Models;

/// <summary>The checkout's artifacts/benchmarks, which no commit holds.</summary>
internal static class ArtifactsFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "EdgeInfer.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("EdgeInfer.sln above the benchmarks");
        return System.IO.Path.Combine(folder, "artifacts", "benchmarks");
    }
}
