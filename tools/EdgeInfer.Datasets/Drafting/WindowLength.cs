using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>The length of a window: a second, more where a second holds few samples, less where recordings are shorter.</summary>
internal static class WindowLength
{
    private const double DefaultSeconds = 1;
    private const int FewSamples = 16;
    private const int FewestSamples = 2;
    private const double Overlap = 0.5;

    /// <param name="rateHz">Samples a second.</param>
    /// <param name="samples">Of each recording, at that rate.</param>
    public static (DatasetWindow Window, string? Warning) Of(double rateHz, IReadOnlyList<double> samples)
    {
        var wanted = Math.Max(FewSamples, (int)Math.Round(DefaultSeconds * rateHz));
        // A recording of odd length among many does not shorten all.
        var ordered = samples.Order().ToArray();
        var usual = Math.Max(FewestSamples, (int)Math.Floor(ordered[ordered.Length / 10] + 1e-6));
        var length = Math.Min(wanted, usual);
        var seconds = double.Parse((length / rateHz).ToString("G9", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture);
        return (
            new DatasetWindow(seconds, Overlap),
            length < wanted
                ? Invariant($"recordings are short: a window has {length} samples ({seconds:G4} s), as most recordings hold no more")
                : null);
    }
}
