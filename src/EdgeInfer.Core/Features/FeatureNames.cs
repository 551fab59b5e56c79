using EdgeInfer.Core.Windows;

namespace EdgeInfer.Core.Features;

/// <summary>Stable names of the features, in their order in the output.</summary>
internal static class FeatureNames
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Channel> channels, ChannelPlan plan, EnvelopeBand? envelope)
    {
        IReadOnlyList<string> series = [.. TimeStatistics.Names, .. SpectralStatistics.Names];
        var orders = OfOrders(plan, envelope);
        var names = new List<string>();
        foreach (var channel in channels)
        {
            if (channel.Role == ChannelRole.Speed)
                names.AddRange(TimeStatistics.LevelNames.Select(name => $"{channel.Name}.{name}"));
            else
                names.AddRange(series.Concat(orders).Select(name => $"{channel.Name}.{name}"));
        }

        foreach (var vector in plan.Vectors)
        {
            var parts = string.Join(',', channels.Skip(vector).Take(ChannelPlan.VectorLength).Select(c => c.Name));
            names.AddRange(series.Select(name => $"magnitude({parts}).{name}"));
        }

        for (var i = 0; i < plan.Signals.Length; i++)
        {
            for (var j = i + 1; j < plan.Signals.Length; j++)
                names.Add($"correlation({channels[plan.Signals[i]].Name},{channels[plan.Signals[j]].Name})");
        }

        return names;
    }

    /// <summary>What a shaft speed adds to each signal.</summary>
    public static IReadOnlyList<string> OfOrders(ChannelPlan plan, EnvelopeBand? envelope) =>
        plan.Speed is null ? [] : [.. OrderSpectrum.Names, .. envelope is null ? [] : Envelope.NamesOf(envelope)];
}
