using System.Globalization;
using System.Text;

namespace EdgeInfer.Serving.Explanations;

/// <summary>An explanation for people.</summary>
internal static class ExplanationText
{
    public static string Of(WindowExplanation explanation)
    {
        var text = new StringBuilder();
        var truth = explanation.Truth is { } label ? $", truly {label}" : "";
        var said = truth + string.Concat((explanation.Marks ?? []).Select(mark => $" ({mark})"));
        Line($"{explanation.Model}, window {explanation.Window}: {explanation.Label} with probability {explanation.Score:0.0000}{said}");
        Line($"{explanation.ExpectedValue,13:+0.000000;-0.000000;+0.000000}                expected of the training rows");
        foreach (var (feature, value, contribution) in explanation.Features)
        {
            var shown = value.ToString("G6", CultureInfo.InvariantCulture);
            Line($"{contribution,13:+0.000000;-0.000000;+0.000000}  {shown,12}  {feature}");
        }

        var others = explanation.FeatureCount - explanation.Features.Count;
        if (others > 0)
            Line($"{explanation.OtherFeatures,13:+0.000000;-0.000000;+0.000000}                {others} other features");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{explanation.Sum,13:+0.000000;-0.000000;+0.000000}                sum; the raw score of {explanation.Label} is "
            + $"{explanation.RawScore:+0.000000;-0.000000;+0.000000}, {Math.Abs(explanation.Sum - explanation.RawScore):0.0e+0} from it");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
