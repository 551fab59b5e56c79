using static System.FormattableString;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>How far a fit is from its training labels, in words.</summary>
internal static class FitLoss
{
    /// <summary>Keeps the logarithm finite where a calibrated probability is 0 or 1.</summary>
    private const double Smallest = 1e-15;

    /// <summary>Mean of -ln p of what is true, in nats.</summary>
    public static string LogLoss(float[] probabilities, int[] labels, int positive) =>
        Invariant($"log loss {probabilities.Zip(labels, (p, label) => Nats(label == positive ? p : 1 - p)).Average():F4}");

    /// <summary>The same for all classes at once.</summary>
    /// <param name="probabilities">An array a class.</param>
    /// <param name="labels">Index of each row's class.</param>
    public static string LogLoss(float[][] probabilities, int[] labels) =>
        Invariant($"log loss {labels.Select((label, row) => Nats(probabilities[label][row])).Average():F4}");

    /// <summary>Mean squared distance of the share from 0 or 1 (the Brier score).</summary>
    public static string Squared(float[] shares, int[] labels, int positive) =>
        Invariant($"squared loss {shares.Zip(labels, (share, label) => Math.Pow(share - (label == positive ? 1 : 0), 2)).Average():F4}");

    private static double Nats(double probability) => Math.Log(1 / Math.Max(probability, Smallest));
}
