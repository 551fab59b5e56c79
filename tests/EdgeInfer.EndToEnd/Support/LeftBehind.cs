namespace EdgeInfer.EndToEnd.Support;

/// <summary>Looks for processes of ours that outlived the command that started them.</summary>
internal static class LeftBehind
{
    /// <summary>Command lines of trainers and runtimes that work in <paramref name="folder"/>.</summary>
    public static IEnumerable<string> In(string folder) =>
        from process in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(process), out _)
        let command = CommandOf(process, folder)
        where command.Contains("edgeinfer-", StringComparison.Ordinal)
        select command;

    // A process may end while we look.
    private static string CommandOf(string process, string folder)
    {
        try
        {
            var works = new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
            return works == folder ? File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ') : "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
