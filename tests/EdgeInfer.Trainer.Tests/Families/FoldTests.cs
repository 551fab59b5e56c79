using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Families.Cnn;
using EdgeInfer.Trainer.Tests.Samples;
using EdgeInfer.Trainer.Tests.Torch;

namespace EdgeInfer.Trainer.Tests.Families;

[Collection<TorchSession>]
public sealed class FoldTests
{
    [Theory]
    [InlineData("fasttree")]
    [InlineData("forest")]
    [InlineData("lightgbm")]
    [InlineData("cnn")]
    public void AFoldTellsTheWindowsOfAGroupThatItDidNotSee(string family)
    {
        using var folder = new TinyRecordings();
        var set = RecordingSet.Open(folder.Data);
        var overlapping = WindowSet.Read(set, set.Recordings, set.TrainingShape);
        var disjoint = WindowSet.Read(set, set.Recordings, set.TestShape);
        var fold = TrainedFamilies.Validated.Single(one => one.Name == family)
            .Fold(new FoldData(set, overlapping, disjoint, Seed: 1, Quick: family != CnnFamily.FamilyName));
        int[] train = [.. Enumerable.Range(0, overlapping.Groups.Length).Where(i => overlapping.Groups[i] != "ben")];
        int[] test = [.. Enumerable.Range(0, disjoint.Groups.Length).Where(i => disjoint.Groups[i] == "ben")];

        var scores = fold.TrainAndScore(train, test, (_, _, _) => { });

        Assert.Equal(test.Length, scores.Count);
        Assert.All(scores, row => Assert.InRange(row.Sum(), 0.999f, 1.001f));
        var right = scores.Zip(test).Count(pair => Array.IndexOf(pair.First, pair.First.Max()) == disjoint.Labels[pair.Second]);
        Assert.InRange(right / (double)test.Length, 0.8, 1);
    }
}
