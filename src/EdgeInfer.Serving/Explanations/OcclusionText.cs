using System.Globalization;
using System.Text;

namespace EdgeInfer.Serving.Explanations;

/// <summary>An explanation by segments for people.</summary>
internal static class OcclusionText
{
    public static string Of(OcclusionExplanation explanation)
    {
        var text = new StringBuilder();
        var truth = explanation.Truth is { } label ? $", truly {label}" : "";
        var said = truth + string.Concat((explanation.Marks ?? []).Select(mark => $" ({mark})"));
        Line($"{explanation.Model}, window {explanation.Window}: {explanation.Label} with probability {explanation.Score:0.0000}{said}");
        foreach (var (segment, contribution) in explanation.Segments)
            Line($"{contribution,13:+0.000000;-0.000000;+0.000000}  {segment}");
        var others = explanation.SegmentCount - explanation.Segments.Count;
        if (others > 0)
            Line($"{"",13}  {others} other segments, each of less");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{explanation.LogOdds,13:+0.000000;-0.000000;+0.000000}  log-odds of {explanation.Label}; "
            + $"a segment's figure is what they lose when its channel's mean stands there, {explanation.ForwardPasses} inferences in all");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
