using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Simulation;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Cli.Demo;

/// <summary>The recordings of a demo, and the options by which the other processes find them.</summary>
/// <param name="Set">Recordings.</param>
/// <param name="Arguments"><c>--data</c>, <c>--task</c> and <c>--split</c>.</param>
internal sealed record DemoData(RecordingSet Set, IReadOnlyList<string> Arguments)
{
    private const string Simulator = "vibration-sim";

    /// <summary>Tasks that the simulator's recordings serve.</summary>
    private static readonly string[] Simulated = [Simulator, $"{Simulator}-anomaly"];

    /// <exception cref="InvalidInputException">The folder or the task is wrong, or of a kind that the demo does not show yet.</exception>
    public static DemoData Open(DemoOptions options)
    {
        var folder = options.Data ?? ShippedSample.Folder(options.Task ?? ShippedSample.DefaultTask) ?? Simulate(options);
        List<string> arguments = ["--data", folder];
        if (options.Task is { } task)
            arguments.AddRange(["--task", task]);
        if (options.Split is { } split)
            arguments.AddRange(["--split", split]);
        var set = RecordingSet.Open(folder, options.Task, options.Split);
        if (set.Dataset.Kind == DatasetKind.AudioWav)
            throw new InvalidInputException(
                folder, $"the demo runs on recordings of sensors and on images; '{set.Dataset.Kind}' is not yet supported");
        if (set.Dataset.Task == TaskKind.Regression)
            throw new InvalidInputException(
                folder, $"the demo compares classifiers and anomaly detectors; task kind '{set.Dataset.Task}' is not yet supported");
        return new DemoData(set, arguments);
    }

    /// <summary>One a group that is left out; this alone where the split has a test side.</summary>
    public IReadOnlyList<DemoData> Folds() => !Set.LeavesEachGroupOut
        ? [this]
        : [.. Set.Recordings.Select(recording => recording.Group).Distinct().Order(StringComparer.Ordinal).Select(Without)];

    private DemoData Without(string group)
    {
        var split = Set.Split.NameWithout(group);
        List<string> arguments = [.. Arguments];
        var named = arguments.IndexOf("--split");
        if (named >= 0)
            arguments.RemoveRange(named, 2);
        var task = arguments.IndexOf("--task");
        return new DemoData(
            RecordingSet.Open(Set.Directory, task < 0 ? null : arguments[task + 1], split), [.. arguments, "--split", split]);
    }

    private static string Simulate(DemoOptions options)
    {
        if (options.Task is { } task && !Simulated.Contains(task))
        {
            throw new InvalidInputException("--task", BuiltInTasks.Names.Contains(task)
                ? $"'{task}' needs its recordings: give their folder by --data; 'edgeinfer data sources' tells where they come from"
                : $"unknown task '{task}'; these are known: {string.Join(", ", BuiltInTasks.Names.Concat(Simulated))}");
        }

        var folder = DemoFolder.Data($"{Simulator}-{options.Seed}{(options.Quick ? "-quick" : "")}");
        if (!File.Exists(Path.Combine(folder, "dataset.json")))
            VibrationSimulator.Write(folder, options.Seed, options.Quick ? SimulationSize.Quick : SimulationSize.Full);
        return folder;
    }
}
