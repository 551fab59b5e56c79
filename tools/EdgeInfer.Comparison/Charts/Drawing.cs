using System.Xml.Linq;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Charts;

/// <summary>The frame and the strokes that all charts are drawn with.</summary>
internal static class Drawing
{
    public const double Width = 760;

    /// <summary>A drawing with a name and a description that screen readers speak.</summary>
    public static XElement Frame(string id, string title, string description, double width, double height, params object?[] content) =>
        Element(
            "svg",
            "chart",
            Attribute("viewBox", Invariant($"0 0 {width} {height}")),
            Attribute("role", "img"),
            Attribute("aria-labelledby", $"{id}-title {id}-desc"),
            Element("title", "", Attribute("id", $"{id}-title"), title),
            Element("desc", "", Attribute("id", $"{id}-desc"), description),
            content);

    public static XElement Line(string cssClass, double x1, double y1, double x2, double y2) => Element(
        "line",
        cssClass,
        Attribute("x1", Number(x1)),
        Attribute("y1", Number(y1)),
        Attribute("x2", Number(x2)),
        Attribute("y2", Number(y2)));

    public static XElement Label(string cssClass, double x, double y, string text) =>
        Element("text", cssClass, Attribute("x", Number(x)), Attribute("y", Number(y)), text);

    public static XElement Bar(string cssClass, double x, double y, double width, double height) => Element(
        "rect",
        cssClass,
        Attribute("x", Number(x)),
        Attribute("y", Number(y)),
        Attribute("width", Number(width)),
        Attribute("height", Number(height)),
        Attribute("rx", "3"));

    public static XElement Polyline(string cssClass, IEnumerable<(double X, double Y)> points) => Element(
        "polyline",
        cssClass,
        Attribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    private static string Number(double value) => Invariant($"{value:0.##}");
}
