namespace EdgeInfer.Tests.Support;

/// <summary>Where the checkout and what may lie beside it are.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A real data set beside the checkout; null where it is absent.</summary>
    public static string? FindSharedData(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", folder));
        return Directory.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EdgeInfer.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("EdgeInfer.sln above the tests");
        return folder;
    }
}
