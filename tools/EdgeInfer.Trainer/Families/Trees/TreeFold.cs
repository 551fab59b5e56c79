using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Engines;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>Trees on features, which are extracted once for all folds: they do not depend on the training windows.</summary>
internal sealed class TreeFold : IGroupFold
{
    private readonly int _classes;
    private readonly int[] _labels;
    private readonly float[][] _overlapping;
    private readonly float[][] _disjoint;
    private readonly ITreeTraining _training;

    public TreeFold(FoldData data, ITreeTraining training)
    {
        var extractor = TaskFeatures.Of(data.Set).Extractor;
        _classes = data.Set.LabelNames.Count;
        _labels = data.Overlapping.Labels;
        _overlapping = FeatureTable.Extract(data.Overlapping, extractor);
        _disjoint = FeatureTable.Extract(data.Disjoint, extractor);
        _training = training;
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
