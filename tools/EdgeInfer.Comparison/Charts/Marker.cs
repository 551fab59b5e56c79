using System.Xml.Linq;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Charts;

/// <summary>The shape of a series' points.</summary>
internal static class Marker
{
    private const double Radius = 6;

    public static XElement At(int series, double x, double y) => (series % 3) switch
    {
        0 => Element(
            "circle",
            $"mark {Series.Class(series)}",
            Attribute("cx", Invariant($"{x:0.##}")),
            Attribute("cy", Invariant($"{y:0.##}")),
            Attribute("r", Invariant($"{Radius}"))),
        1 => Shape(series, x, y, [(0, -8), (8, 0), (0, 8), (-8, 0)]),
        _ => Shape(series, x, y, [(0, -8), (7, 5.5), (-7, 5.5)]),
    };

    private static XElement Shape(int series, double x, double y, (double X, double Y)[] corners) => Element(
        "polygon",
        $"mark {Series.Class(series)}",
        Attribute("points", string.Join(' ', corners.Select(corner => Invariant($"{x + corner.X:0.##},{y + corner.Y:0.##}")))));
}
