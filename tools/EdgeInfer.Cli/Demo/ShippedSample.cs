namespace EdgeInfer.Cli.Demo;

/// <summary>Samples of public data that come with the program, for a demo without a download.</summary>
internal static class ShippedSample
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>What the demo runs on where nothing is named.</summary>
    public const string DefaultTask = "har-phone";

    /// <summary>Folder of the task's sample; null where there is none.</summary>
    public static string? Folder(string? task)
    {
        if (task is null || task != Path.GetFileName(task))
            return null;
        var folder = Path.Combine(Root, task);
        return File.Exists(Path.Combine(folder, "dataset.json")) ? folder : null;
    }

    public static bool Holds(string folder) => Path.GetDirectoryName(folder) == Root;
}
