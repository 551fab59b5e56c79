using EdgeInfer.Trainer.Compression;
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

    /// <param name="place">Bundle.</param>
    /// <param name="selection">Recordings.</param>
    /// <param name="chains">Of steps.</param>
    /// <param name="calibration">As the option names it.</param>
    /// <param name="teacher">Null where the option is left out.</param>
    /// <param name="marginPoints">Points of accuracy; null where the option is left out.</param>
    /// <param name="seed">Seed.</param>
    public static string ForCompression(
        string place, DataSelection selection, IEnumerable<CompressionChain> chains, string calibration, string? teacher, double? marginPoints, int seed)
    {
        var steps = string.Concat(chains.Select(chain => $" --steps {string.Join(',', chain.Steps.Select(step => step.Name))}"));
        var margin = marginPoints is { } points ? FormattableString.Invariant($" --margin {points}") : "";
        var taught = teacher is null ? "" : $" --teacher {Shown(teacher)}";
        return $"edgeinfer compress {Shown(place)} {Of(selection)}{steps} --calibration {calibration}{taught}{margin} --seed {seed}";
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
