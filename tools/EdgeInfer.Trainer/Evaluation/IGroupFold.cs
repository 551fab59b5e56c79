using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>A family of models, trained on some windows and asked about others.</summary>
internal interface IGroupFold
{
    /// <param name="train">Indices into the overlapping windows.</param>
    /// <param name="test">Indices into the disjoint windows.</param>
    /// <param name="progress">Hears shares of the training, from 0 to 1.</param>
    /// <returns>Scores of each test window, one a class.</returns>
    IReadOnlyList<float[]> TrainAndScore(int[] train, int[] test, ReportProgress progress);
}
