using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trainer.Tests.Samples;

namespace EdgeInfer.Trainer.Tests.Evaluation;

public sealed class GroupValidationTests
{
    [Fact]
    public void NoGroupStandsOnBothSidesAndEveryDisjointWindowIsAskedOnce()
    {
        using var folder = new TinyRecordings();
        var (overlapping, disjoint) = Read(RecordingSet.Open(folder.Data));
        var fold = new RecordingFold(disjoint);

        var report = GroupValidation.Run(fold, overlapping, disjoint, TinyRecordings.Labels);

        Assert.Equal(4, fold.Asked.Count);
        Assert.All(fold.Asked, sides =>
        {
            var test = Assert.Single(sides.Test.Select(i => disjoint.Groups[i]).Distinct());
            Assert.DoesNotContain(test, sides.Train.Select(i => overlapping.Groups[i]));
            Assert.Equal(overlapping.Groups.Count(group => group != test), sides.Train.Distinct().Count());
        });
        Assert.Equal(Enumerable.Range(0, disjoint.Values.Length), fold.Asked.SelectMany(sides => sides.Test).Order());
        Assert.Equal((1.0, 4, 96L), (report.Accuracy.Value, report.Accuracy.Groups, report.Accuracy.Windows));
    }

    [Fact]
    public void AnswersAreCountedForTheWindowsThatWereAsked()
    {
        using var folder = new TinyRecordings();
        var (overlapping, disjoint) = Read(RecordingSet.Open(folder.Data));

        var report = GroupValidation.Run(new RecordingFold(disjoint, wrongGroup: "cleo"), overlapping, disjoint, TinyRecordings.Labels);

        Assert.Equal(0.75, report.Accuracy.Value);
        Assert.Equal([1.0, 1.0, 0.0, 1.0], report.PerGroup.Select(group => group.Accuracy));
        Assert.Equal(["anna", "ben", "cleo", "dora"], report.PerGroup.Select(group => group.Group));
    }

    private static (WindowSet Overlapping, WindowSet Disjoint) Read(RecordingSet set) =>
        (WindowSet.Read(set, set.Recordings, set.TrainingShape), WindowSet.Read(set, set.Recordings, set.TestShape));

    /// <summary>Answers with the truth, but for one group, and keeps what it was given.</summary>
    private sealed class RecordingFold(WindowSet disjoint, string? wrongGroup = null) : IGroupFold
    {
        public List<(int[] Train, int[] Test)> Asked { get; } = [];

        public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test, ReportProgress progress)
        {
            Asked.Add((train, test));
            return [.. test.Select(i =>
            {
                var scores = new float[TinyRecordings.Labels.Length];
                scores[(disjoint.Labels[i] + (disjoint.Groups[i] == wrongGroup ? 1 : 0)) % scores.Length] = 1;
                return scores;
            })];
        }
    }
}
