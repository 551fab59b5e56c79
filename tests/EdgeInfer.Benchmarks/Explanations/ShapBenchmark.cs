using System.Globalization;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.LightGbm;
using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Explanations;

namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>
/// Our SHAP values against those of LightGBM's native library, and of the recursion in C#, on the same trees, row by row.
/// </summary>
internal static class ShapBenchmark
{
    private const int RowCount = 256;
    private const double Tolerance = 1e-9;
    private const string LightGbm = "lightgbm";

    public static IEnumerable<ShapRecord> Run(InterleavedOptions options) =>
        from leaves in (int[])[20, 64]
        from trees in (int[])[100, 500]
        select Run(
            string.Create(CultureInfo.InvariantCulture, $"{trees}x{leaves}"),
            BenchmarkEnsembles.Regression(trees, leaves).Ensemble,
            options,
            LightGbmNative.IsInstalled);

    public static ShapRecord Run(string name, TreeEnsemble ensemble, InterleavedOptions options, bool besideLightGbm)
    {
        var rows = SyntheticRows.Make(RowCount, options.Seed + 1);
        var explainer = new TreeExplainer(ensemble, name);
        using var lightGbm = besideLightGbm ? new LightGbmModel(ensemble, PredictType.Contributions) : null;
        var recursive = new RecursiveTreeShap(ensemble);
        var recursed = new double[explainer.ContributionCount];
        var (ours, theirs) = (new double[explainer.ContributionCount], new double[lightGbm?.OutputLength ?? 0]);
        var difference = rows.Max(row =>
        {
            explainer.Explain(row, ours);
            recursive.Explain(row, recursed);
            recursed[^1] = ours[^1];
            var toRecursion = Difference(ours, recursed);
            if (lightGbm is null)
                return toRecursion;
            lightGbm.Predict(row, theirs);
            return Math.Max(Difference(ours, theirs), toRecursion);
        });
        if (!(difference <= Tolerance))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {difference} between the values"));
        var result = Interleaved.Measure(
            [
                new("ours", row => explainer.Explain(rows[row], ours)),
                .. lightGbm is null ? Array.Empty<Contender>() : [new(LightGbm, row => lightGbm.Predict(rows[row], theirs))],
                new("recursion", row => recursive.Explain(rows[row], recursed)),
            ],
            RowCount,
            options);
        Spread? ratio = lightGbm is null ? null : result.Ratio("ours", LightGbm);
        var recursion = result.Ratio("ours", "recursion");
        return new(
            name, result["ours"].MedianNanoseconds,
            lightGbm is null ? null : result[LightGbm].MedianNanoseconds, ratio?.Median, ratio?.P10, ratio?.P90,
            recursion.Median, recursion.P10, recursion.P90, difference, result["ours"].AllocatedBytes);
    }

    private static double Difference(double[] ours, double[] theirs) =>
        ours.Zip(theirs, (our, their) => Math.Abs(our - their)).Max() / theirs.Max(Math.Abs);
}
