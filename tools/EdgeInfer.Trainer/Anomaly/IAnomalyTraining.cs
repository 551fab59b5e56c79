namespace EdgeInfer.Trainer.Anomaly;

/// <summary>A way to learn what normal windows look like.</summary>
internal interface IAnomalyTraining
{
    /// <summary>Part of the bundle's name.</summary>
    string Family { get; }

    /// <param name="rows">Features of normal windows, not standardised.</param>
    AnomalyDetector Train(float[][] rows);
}
