using System.Xml.Linq;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Charts;

/// <summary>Which mark is which model.</summary>
internal static class Legend
{
    public static XElement Of(IReadOnlyList<ModelSection> models) => Element(
        "p",
        "legend",
        models.Select((model, index) =>
            Element("span", $"name {Series.Class(index)}", Key(index), model.Title)));

    public static XElement Key(int index) => Element(
        "svg",
        "key",
        Attribute("viewBox", "0 0 20 20"),
        Attribute("aria-hidden", "true"),
        Marker.At(index, 10, 10));
}
