namespace EdgeInfer.Tests.Support;

/// <summary>Where the checkout and what may lie beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The real data sets beside the checkout; a test that needs one that is absent skips and says so.</summary>
    public static string SharedData(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", folder));
        Assert.SkipUnless(Directory.Exists(path), $"needs the data set {folder} in ../shared/data");
        return path;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EdgeInfer.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("EdgeInfer.sln above the tests");
        return folder;
    }
}
