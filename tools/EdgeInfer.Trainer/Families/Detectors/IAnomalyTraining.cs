using EdgeInfer.Trainer.Progress;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>A way to learn what normal windows look like.</summary>
internal interface IAnomalyTraining
{
    /// <summary>Part of the bundle's name.</summary>
    string Family { get; }

    /// <summary>Whether it has the small budget of <c>--quick</c>; never where a method has no budget to make smaller.</summary>
    bool IsQuick { get; }

    /// <param name="rows">Features of normal windows, not standardised.</param>
    /// <param name="progress">Hears shares of the training, from 0 to 1.</param>
    AnomalyDetector Train(float[][] rows, ReportProgress progress);
}
