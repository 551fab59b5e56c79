using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>One of the trainers: what it learns from the same rows twice is the same, bit for bit.</summary>
internal interface ITreeTraining
{
    /// <param name="rows">Features of each window.</param>
    /// <param name="labels">Index of each window's class.</param>
    /// <param name="classes">Number of classes; two need one output only, the second class's.</param>
    /// <param name="progress">Hears of each finished fit.</param>
    TrainedTrees Classify(float[][] rows, int[] labels, int classes, ReportProgress progress);

    /// <param name="rows">Features of each window.</param>
    /// <param name="targets">Number that belongs to each window.</param>
    TrainedTrees Regress(float[][] rows, double[] targets);
}
