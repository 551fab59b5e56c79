namespace EdgeInfer.Tests.Support;

/// <summary>Where the checkout and what may lie beside it are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The trainer's executable, built with the caller in the same configuration.</summary>
    public static string Trainer
    {
        get
        {
            var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            return Path.Combine(Root, "tools", "EdgeInfer.Trainer", "bin", framework.Parent!.Name, framework.Name, "edgeinfer-trainer");
        }
    }

    /// <summary>A real data set beside the checkout; null where it is absent.</summary>
    public static string? FindSharedData(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", folder));
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>The real data sets beside the checkout; a test that needs one that is absent skips and says so.</summary>
    public static string SharedData(string folder)
    {
        var path = FindSharedData(folder);
        Assert.SkipWhen(path is null, $"needs the data set {folder} in ../shared/data");
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
