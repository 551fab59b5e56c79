using System.Globalization;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.LightGbm;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Explanations;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>Our SHAP values against those of LightGBM's native library, and of the recursion in C#, on the same trees, row by row.</summary>
internal static class ShapBenchmark
{
    private const int RowCount = 256;
    private const double Tolerance = 1e-9;

    public static IEnumerable<ShapRecord> Run(InterleavedOptions options) =>
        from leaves in (int[])[20, 64]
        from trees in (int[])[100, 500]
        select Run(
            string.Create(CultureInfo.InvariantCulture, $"{trees}x{leaves}"), BenchmarkEnsembles.Regression(trees, leaves).Ensemble, options);

    private static ShapRecord Run(string name, TreeEnsemble ensemble, InterleavedOptions options)
    {
        var rows = SyntheticRows.Make(RowCount, options.Seed + 1);
        var explainer = new TreeExplainer(ensemble, name);
        using var lightGbm = new LightGbmModel(ensemble, PredictType.Contributions);
        var recursive = new RecursiveTreeShap(ensemble);
        var recursed = new double[explainer.ContributionCount];
        var (ours, theirs) = (new double[explainer.ContributionCount], new double[lightGbm.OutputLength]);
        var difference = rows.Max(row =>
        {
            explainer.Explain(row, ours);
            lightGbm.Predict(row, theirs);
            recursive.Explain(row, recursed);
            recursed[^1] = ours[^1];
            return Math.Max(Difference(ours, theirs), Difference(ours, recursed));
        });
        if (!(difference <= Tolerance))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {difference} between the values"));
        var result = Interleaved.Measure(
            [
                new("ours", row => explainer.Explain(rows[row], ours)),
                new("lightgbm", row => lightGbm.Predict(rows[row], theirs)),
                new("recursion", row => recursive.Explain(rows[row], recursed)),
            ],
            RowCount,
            options);
        var ratio = result.Ratio("ours", "lightgbm");
        var recursion = result.Ratio("ours", "recursion");
        return new(
            name, result["ours"].MedianNanoseconds, result["lightgbm"].MedianNanoseconds, ratio.Median, ratio.Low, ratio.High,
            recursion.Median, recursion.Low, recursion.High, difference, result["ours"].AllocatedBytes);
    }

    private static double Difference(double[] ours, double[] theirs) =>
        ours.Zip(theirs, (our, their) => Math.Abs(our - their)).Max() / theirs.Max(Math.Abs);
}
