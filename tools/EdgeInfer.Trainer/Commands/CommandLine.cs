using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The command that repeats a training, as a manifest records it.</summary>
internal static class CommandLine
{
    public static string For(string verb, DataSelection selection, int seed, bool quick, string rest = "")
    {
        var task = selection.Task is { } name ? $" --task {name}" : "";
        var split = selection.Split is { } chosen ? $" --split {chosen}" : "";
        var size = quick ? " --quick" : "";
        return $"edgeinfer train {verb} --data {Shown(selection.Folder)}{task}{split} --seed {seed}{size} {rest}".TrimEnd();
    }

    /// <summary>Absolute folders say nothing on another machine: only their last part is recorded.</summary>
    private static string Shown(string folder) =>
        Path.IsPathRooted(folder) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) : folder;
}
