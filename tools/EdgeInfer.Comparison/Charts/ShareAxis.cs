using System.Xml.Linq;
using static EdgeInfer.Comparison.Charts.Drawing;

namespace EdgeInfer.Comparison.Charts;

/// <summary>Grid lines and ticks of an axis of shares.</summary>
internal static class ShareAxis
{
    public static IEnumerable<XElement> Draw(LinearScale scale, double top, double bottom, string title, Func<double, string> label)
    {
        foreach (var tick in scale.Ticks())
        {
            yield return Line("grid", scale.At(tick), top, scale.At(tick), bottom);
            yield return Label("tick", scale.At(tick), bottom + 18, label(tick));
        }
        yield return Label("tick", (scale.From + scale.To) / 2, bottom + 37, title);
    }
}
