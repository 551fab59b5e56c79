using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The command that repeats a training or an import, as a manifest records it.</summary>
internal static class CommandLine
{
    public static string For(string verb, DataSelection selection, int seed, bool quick, string rest = "")
    {
        var size = quick ? " --quick" : "";
        return $"edgeinfer train {verb} {Of(selection)} --seed {seed}{size} {rest}".TrimEnd();
    }

    public static string ForImport(string file, DataSelection selection, string family) =>
        $"edgeinfer import {Shown(file)} {Of(selection)} --family {family}";

    public static string ForCompression(
        string place, DataSelection selection, IEnumerable<string> steps, string calibration, string? teacher, int seed)
    {
        var taught = teacher is null ? "" : $" --teacher {Shown(teacher)}";
        return $"edgeinfer compress {Shown(place)} {Of(selection)} --steps {string.Join(" --steps ", steps)} --calibration {calibration}{taught} --seed {seed}";
    }

    private static string Of(DataSelection selection)
    {
        var task = selection.Task is { } name ? $" --task {name}" : "";
        var split = selection.Split is { } chosen ? $" --split {chosen}" : "";
        return $"--data {Shown(selection.Folder)}{task}{split}";
    }

    /// <summary>Absolute paths say nothing on another machine: only their last part is recorded.</summary>
    public static string Shown(string path) =>
        Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;
}
