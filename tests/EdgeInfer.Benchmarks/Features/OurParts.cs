using System.Numerics;
using EdgeInfer.Core.Features;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>Parts of our extraction by themselves, on windows that are loaded already.</summary>
internal sealed class OurParts
{
    private readonly WindowSeries[] _windows;
    private readonly ProductSums[] _products;
    private readonly Spectrum _spectrum;
    private readonly Vector<double>[] _sorted;

    public OurParts(WindowShape shape, float[][] windows)
    {
        var features = TimeStatistics.Names.Count;
        _spectrum = new Spectrum(shape.Length, shape.RateHz);
        _sorted = new Vector<double>[shape.Length];
        _windows = [.. windows.Select(window =>
        {
            var series = new WindowSeries(shape, ChannelPlan.Of(shape.Channels).Vectors, features);
            series.Load(window);
            foreach (var group in series.Groups)
                TimeStatistics.Write(group, _sorted, new FeatureRows(group.Features));
            return series;
        })];
        _products = [.. _windows.Select(series => new ProductSums(CommonFeatures.Channels, series.Groups))];
    }

    public void MeanAndVariance(int window, Span<double> values)
    {
        var groups = _windows[window].Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            double length = groups[i].Series.Length;
            var mean = TimeStatistics.Sums(groups[i].Series).Sum / length;
            var second = TimeStatistics.Centre(groups[i].Series, mean, groups[i].Centred).Second;
            Spread(i, values, 2, 0, mean);
            Spread(i, values, 2, 1, second / length);
        }
    }

    /// <summary>All of our time statistics, and of them those that both have.</summary>
    public void Statistics(int window, Span<double> values)
    {
        var series = _windows[window];
        foreach (var group in series.Groups)
            TimeStatistics.Write(group, _sorted, new FeatureRows(group.Features));
        for (var i = 0; i < series.Count; i++)
        {
            var features = series.FeaturesOf(i);
            var target = values.Slice(i * CommonFeatures.Names.Length, CommonFeatures.Names.Length);
            for (var k = 0; k < target.Length; k++)
                target[k] = features[Order[k] * SeriesGroup.Lanes];
        }
    }

    public void Quantiles(int window, Span<double> values)
    {
        var groups = _windows[window].Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i].Series.CopyTo(_sorted, 0);
            SortingNetwork.Sort(_sorted);
            for (var k = 0; k < CommonFeatures.Shares.Length; k++)
                Spread(i, values, CommonFeatures.Shares.Length, k, Core.Features.Quantiles.At(_sorted, CommonFeatures.Shares[k]));
        }
    }

    public void Power(int window, Span<double> values)
    {
        var groups = _windows[window].Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            _spectrum.Compute(groups[i].Centred);
            var power = _spectrum.Power;
            for (var k = 0; k < power.Length; k++)
                Spread(i, values, power.Length, k, power[k]);
        }
    }

    public void Correlations(int window, Span<double> values)
    {
        var (series, products, next) = (_windows[window], _products[window], 0);
        products.Compute();
        for (var i = 0; i < CommonFeatures.Channels; i++)
        {
            for (var j = i + 1; j < CommonFeatures.Channels; j++)
                values[next++] = CrossChannel.Correlation(products[i, j], series.Norm(i), series.Norm(j));
        }
    }

    private static int[] Order { get; } = [.. CommonFeatures.Names.Select(name => TimeStatistics.Names.ToList().IndexOf(name))];

    /// <summary>Puts value k of each of a group's series, of which each has count, where MathNet's are.</summary>
    private static void Spread(int group, Span<double> values, int count, int k, Vector<double> value)
    {
        var lanes = Math.Min(SeriesGroup.Lanes, CommonFeatures.Series - group * SeriesGroup.Lanes);
        for (var lane = 0; lane < lanes; lane++)
            values[(group * SeriesGroup.Lanes + lane) * count + k] = value[lane];
    }
}
