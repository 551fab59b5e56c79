using System.Globalization;
using EdgeInfer.Measurement.Machine;

namespace EdgeInfer.Trainer.Progress;

/// <summary>A busy machine gives the same model, but its time says little.</summary>
internal static class LoadNotice
{
    /// <summary>Prints the notice where this machine is busy.</summary>
    public static void Write(string title)
    {
        if (Of(title, LoadAverage.Read(), Environment.ProcessorCount) is { } notice)
            Console.WriteLine(notice);
    }

    /// <param name="title">What is trained.</param>
    /// <param name="load">Mean of the last minute; null where it is not known.</param>
    /// <param name="processors">Of this machine.</param>
    /// <returns>Null where there is a processor for everyone.</returns>
    internal static string? Of(string title, double? load, int processors) => load > processors
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: the load average is {load:F1} on {processors} processors: "
            + $"the time of this training says little, the trees are the same")
        : null;
}
