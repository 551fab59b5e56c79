namespace EdgeInfer.Cli.Demo;

/// <summary>Samples of public data that come with the program, for a demo without a download.</summary>
internal static class ShippedSample
{
    /// <summary>Folder of the task's sample; null where there is none.</summary>
    public static string? Folder(string? task)
    {
        if (task is null || task != Path.GetFileName(task))
            return null;
        var folder = Path.Combine(AppContext.BaseDirectory, "Samples", task);
        return File.Exists(Path.Combine(folder, "dataset.json")) ? folder : null;
    }
}
