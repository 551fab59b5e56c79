namespace EdgeInfer.Cli.Demo;

/// <summary>Where the demo puts things: <c>artifacts/demo</c> under the current folder.</summary>
internal static class DemoFolder
{
    public static string Root { get; } = Path.Combine("artifacts", "demo");

    public static string Data(string name) => Path.Combine(Root, "data", name);

    public static string Bundles { get; } = Path.Combine(Root, "bundles");

    /// <summary>Bundles that are there and whole, in order of their names.</summary>
    public static IEnumerable<string> WholeBundles() => FoldersWith(Bundles, "model.json");

    /// <summary>Simulated recordings that are there and whole.</summary>
    public static IEnumerable<string> WholeDataSets() => FoldersWith(Path.Combine(Root, "data"), "dataset.json");

    // While a folder is being written its name begins with a dot.
    private static IEnumerable<string> FoldersWith(string parent, string file) => Directory.Exists(parent)
        ? Directory.GetDirectories(parent)
            .Where(folder => !Path.GetFileName(folder).StartsWith('.') && File.Exists(Path.Combine(folder, file)))
            .Order(StringComparer.Ordinal)
        : [];
}
