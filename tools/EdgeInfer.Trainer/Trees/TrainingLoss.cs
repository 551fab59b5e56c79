namespace EdgeInfer.Trainer.Trees;

/// <summary>How far one class's fit is from its training labels.</summary>
internal static class TrainingLoss
{
    /// <summary>Keeps the logarithm finite where a calibrated probability is 0 or 1.</summary>
    private const double Smallest = 1e-15;

    /// <summary>Mean of -ln p of what is true, in nats.</summary>
    public static double LogLoss(float[] probabilities, int[] labels, int positive) =>
        probabilities.Zip(labels, (p, label) => Math.Log(1 / Math.Max(label == positive ? p : 1 - p, Smallest))).Average();

    /// <summary>Mean squared distance of the share from 0 or 1 (the Brier score).</summary>
    public static double Squared(float[] shares, int[] labels, int positive) =>
        shares.Zip(labels, (share, label) => Math.Pow(share - (label == positive ? 1 : 0), 2)).Average();
}
