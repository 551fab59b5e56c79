using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trainer.Progress;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>Classes learnt by one fit a class, since ML.NET's own OneVersusAll fits the first class twice.</summary>
internal static class OneVersusRest
{
    /// <param name="featureCount">Length of a row.</param>
    /// <param name="classes">Number of classes; two need one fit only, the second class's.</param>
    /// <param name="aggregation">Sum or mean.</param>
    /// <param name="fit">Fits a class, given as index, for an output.</param>
    /// <param name="progress">Hears of each finished class.</param>
    public static TrainedTrees Train(
        int featureCount, int classes, Aggregation aggregation, Func<int, int, OutputFit> fit, ReportProgress progress)
    {
        int[] positives = classes == 2 ? [1] : [.. Enumerable.Range(0, classes)];
        List<OutputFit> fits = [];
        foreach (var positive in positives)
        {
            fits.Add(fit(positive, fits.Count));
            progress(fits.Count, fits[^1].Loss);
        }

        EnsembleLink link = fits[0].Calibration is null
            ? new EnsembleLink.ClampedShare()
            : new EnsembleLink.Platt([.. fits.Select(output => output.Calibration!.Value)]);
        return new TrainedTrees(
            new TreeEnsemble(featureCount, fits.Count, [.. fits.SelectMany(output => output.Trees)], aggregation, link),
            new SeparateFits([.. fits.Select(output => output.Predictor)]));
    }
}
