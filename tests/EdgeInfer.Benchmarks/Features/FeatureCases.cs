using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>What is compared on windows of six channels: their eight series in parts, then the whole window.</summary>
internal sealed class FeatureCases(WindowShape shape, float[][] windows)
{
    private readonly int _transform = Spectrum.TransformSize(shape.Length);

    public IEnumerable<FeatureCase> Parts()
    {
        var (series, peer, ours) = (Series(), new MathNetParts(shape.Length, _transform), new OurParts(shape, windows));
        var (names, shares, bins) = (CommonFeatures.Names.Length, CommonFeatures.Shares.Length, _transform / 2 + 1);
        var means = series.Select(window => window.Select(values => values.Average()).ToArray()).ToArray();

        yield return PerSeries("mean and variance", 2, ours.MeanAndVariance, MathNetParts.MeanAndVariance);
        yield return PerSeries("all time statistics", names, ours.Statistics, (values, target) =>
        {
            MathNetParts.Moments(values, target[..6]);
            target[6] = MathNetParts.RootMeanSquare(values);
            peer.Quantiles(values, target[7..]);
        });
        yield return PerSeries("five quantiles", shares, ours.Quantiles, peer.Quantiles);
        yield return Of("power spectrum", CommonFeatures.Series * bins, ours.Power, (window, target) =>
        {
            for (var i = 0; i < CommonFeatures.Series; i++)
                peer.Power(series[window][i], means[window][i], target.Slice(i * bins, bins));
        });
        yield return Of("15 correlations", CommonFeatures.Pairs, ours.Correlations,
            (window, target) => MathNetParts.Correlations(series[window], target));

        FeatureCase PerSeries(string name, int count, Into mine, Action<double[], Span<double>> theirs) =>
            Of(name, CommonFeatures.Series * count, mine, (window, target) =>
            {
                for (var i = 0; i < CommonFeatures.Series; i++)
                    theirs(series[window][i], target.Slice(i * count, count));
            });
    }

    /// <summary>All of our features against those that MathNet has.</summary>
    public FeatureCase Whole(string name)
    {
        var extractor = new FeatureExtractor(shape, null);
        var output = new float[extractor.OutputLength];
        var common = CommonFeatures.IndicesIn(extractor.Names);
        var peer = new MathNetWindow(shape.Length, _transform);
        return Of(
            name, common.Length,
            (window, target) =>
            {
                extractor.Apply(windows[window], output);
                for (var i = 0; i < common.Length; i++)
                    target[i] = output[common[i]];
            },
            (window, target) => peer.Apply(windows[window], target));
    }

    private delegate void Into(int window, Span<double> values);

    private static FeatureCase Of(string name, int count, Into ours, Into mathNet)
    {
        var (mine, theirs) = (new double[count], new double[count]);
        return new(name, window => ours(window, mine), window => mathNet(window, theirs), mine, theirs);
    }

    private double[][][] Series() =>
    [
        .. windows.Select(window =>
        {
            double[][] series = [.. Enumerable.Range(0, CommonFeatures.Series).Select(_ => new double[shape.Length])];
            MathNetWindow.Load(window, series);
            return series;
        }),
    ];
}
