namespace EdgeInfer.Benchmarks.Features;

/// <summary>The features that both have: these of every series, and the correlation of every pair of channels.</summary>
internal static class CommonFeatures
{
    public const int Channels = 6;

    /// <summary>Channels, and the magnitudes of the two vectors.</summary>
    public const int Series = Channels + 2;

    public const int Pairs = Channels * (Channels - 1) / 2;

    /// <summary>In the order in which values are compared.</summary>
    public static string[] Names { get; } =
        ["mean", "deviation", "skewness", "kurtosis", "min", "max", "rms", "q05", "q25", "q50", "q75", "q95"];

    /// <summary>Of the quantiles among the names.</summary>
    public static double[] Shares { get; } = [0.05, 0.25, 0.50, 0.75, 0.95];

    /// <summary>Indices of the common features among all of ours.</summary>
    /// <param name="names">All of ours in order: the series' names are the parts before the dots, in order.</param>
    public static int[] IndicesIn(IReadOnlyList<string> names)
    {
        var all = names.ToList();
        var series = all.Where(name => name.Contains('.', StringComparison.Ordinal))
            .Select(name => name[..name.LastIndexOf('.')]).Distinct();
        var correlations = Enumerable.Range(0, all.Count).Where(i => all[i].StartsWith("correlation(", StringComparison.Ordinal));
        return [.. series.SelectMany(of => Names.Select(name => all.IndexOf($"{of}.{name}"))), .. correlations];
    }
}
