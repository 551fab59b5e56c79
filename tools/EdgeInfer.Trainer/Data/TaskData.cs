using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Networks;

namespace EdgeInfer.Trainer.Data;

/// <summary>A task's windows, overlapping ones to train on, disjoint ones to test on; or its images.</summary>
/// <param name="Set">The folder they come from.</param>
/// <param name="Train">Windows of the training side.</param>
/// <param name="Test">Windows of the test side, without overlap.</param>
internal sealed record TaskData(RecordingSet Set, WindowSet Train, WindowSet Test)
{
    public string Name => Set.Dataset.Name;

    public NetworkInput Input => NetworkInput.Of(Set.TestShape);

    /// <exception cref="InvalidInputException">
    /// The folder can't be read, a side or a class is empty, or both sides hold one recording.
    /// </exception>
    public static TaskData Read(DataSelection selection)
    {
        var set = selection.Open();
        var tested = TestRecordings.Of(set);
        var train = WindowSet.Read(set, set.Recordings.Where(r => r.Side == SplitSide.Train), set.TrainingShape);
        var test = WindowSet.Read(set, tested, set.TestShape);
        if (set.LeftOut is { } leftOut)
            Console.WriteLine($"{set.Dataset.Name}: {leftOut.Describe()}");
        LostWindows.Tell(set.Dataset.Name, train, test);
        RequireWindows(selection.Folder, "train", train);
        RequireWindows(selection.Folder, "test", test);
        if (set.Dataset.Task == TaskKind.Classification)
            RequireEveryClass(selection.Folder, set, train);
        SideCopies.Refuse(set);
        if (selection.Verb is { } verb)
            Console.WriteLine(OpeningLedger.Record(set, verb, [], OpeningRun.OfProcess, TimeProvider.System).Describe());
        return new TaskData(set, train, test);
    }

    private static void RequireWindows(string folder, string side, WindowSet windows)
    {
        if (windows.Values.Length == 0)
            throw new InvalidInputException(folder, $"the {side} side of the split holds no whole window");
    }

    private static void RequireEveryClass(string folder, RecordingSet set, WindowSet train)
    {
        for (var label = 0; label < set.LabelNames.Count; label++)
        {
            if (!train.Labels.Contains(label))
                throw new InvalidInputException(folder, $"label '{set.LabelNames[label]}' has no training window");
        }
    }
}
