using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Commands;

/// <summary>
/// The command of a training, an import or a compression as a manifest records it: all that decides the result, not where it is written to.
/// </summary>
internal static class CommandLine
{
    private const string Program = "edgeinfer";

    public static string For(string verb, DataSelection selection, int seed, bool quick, params IEnumerable<string> rest) =>
        RecordedCommand.Of([Program, "train", verb, .. Of(selection), .. Of(seed), .. quick ? ["--quick"] : (string[])[], .. rest]);

    public static string ForImport(string file, DataSelection selection, string family, IEnumerable<string> rest) =>
        RecordedCommand.Of([Program, "import", Shown(file), .. Of(selection), "--family", family, .. rest]);

    /// <param name="place">Bundle.</param>
    /// <param name="selection">Recordings.</param>
    /// <param name="chains">Of steps.</param>
    /// <param name="calibration">As the option names it.</param>
    /// <param name="teacher">Null where the option is left out.</param>
    /// <param name="margin">The option and its value; none where it is left out.</param>
    /// <param name="seed">Seed.</param>
    public static string ForCompression(
        string place,
        DataSelection selection,
        IEnumerable<CompressionChain> chains,
        string calibration,
        string? teacher,
        IReadOnlyList<string> margin,
        int seed) =>
        RecordedCommand.Of(
        [
            Program, "compress", Shown(place), .. Of(selection),
            .. chains.SelectMany(chain => (string[])["--steps", chain.ToString()]),
            "--calibration", calibration,
            .. teacher is null ? [] : (string[])["--teacher", Shown(teacher)],
            .. margin,
            .. Of(seed),
        ]);

    /// <summary>Absolute paths say nothing on another machine: only their last part is recorded.</summary>
    public static string Shown(string path) =>
        Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;

    private static string[] Of(DataSelection selection) =>
    [
        "--data", Shown(selection.Folder),
        .. selection.Task is { } task ? ["--task", task] : (string[])[],
        .. selection.Split is { } split ? ["--split", split] : (string[])[],
    ];

    private static string[] Of(int seed) => ["--seed", seed.ToString(CultureInfo.InvariantCulture)];
}
