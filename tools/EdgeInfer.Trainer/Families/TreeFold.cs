using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Families.Trees;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Trainer.Families;

/// <summary>Trees on features, which are extracted once for all folds: they do not depend on the training windows.</summary>
internal sealed class TreeFold : IGroupFold
{
    private readonly int _classes;
    private readonly int[] _labels;
    private readonly float[][] _overlapping;
    private readonly float[][] _disjoint;
    private readonly ITreeTraining _training;

    public TreeFold(RecordingSet set, WindowSet overlapping, WindowSet disjoint, string family, int seed, bool quick)
    {
        var extractor = TaskFeatures.Of(set).Extractor;
        _classes = set.LabelNames.Count;
        _labels = overlapping.Labels;
        _overlapping = FeatureTable.Extract(overlapping, extractor);
        _disjoint = FeatureTable.Extract(disjoint, extractor);
        _training = TreeFamily.Training(family, quick ? TreeTrainingOptions.Quick : TreeTrainingOptions.Full, seed);
    }

    public IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test, ReportProgress progress)
    {
        float[][] rows = [.. train.Select(i => _overlapping[i])];
        int[] labels = [.. train.Select(i => _labels[i])];
        var trained = _training.Classify(rows, labels, _classes, (done, detail, _) => progress(done / _classes, detail));
        using var model = new TreeModel(trained.Ensemble);
        return [.. test.Select(i =>
        {
            var scores = new float[model.OutputLength];
            model.Predict(_disjoint[i], scores);
            return scores;
        })];
    }
}
