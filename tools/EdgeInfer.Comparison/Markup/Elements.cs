using System.Xml.Linq;

namespace EdgeInfer.Comparison.Markup;

/// <summary>Elements of the page. All text passes through XML's own encoding; nothing is concatenated.</summary>
internal static class Elements
{
    // In HTML, <td/> opens a cell and never closes it; only these elements stand without an end tag.
    private static readonly HashSet<string> Void = ["meta", "br", "hr", "img", "link", "input", "col"];

    private static readonly HashSet<string> Svg =
        ["line", "rect", "circle", "polyline", "path", "polygon"];

    /// <param name="name">Element.</param>
    /// <param name="cssClass">Class; empty for none.</param>
    /// <param name="content">Strings, elements, attributes or sequences of them.</param>
    public static XElement Element(string name, string cssClass, params object?[] content) => new(
        name,
        cssClass.Length == 0 ? null : new XAttribute("class", cssClass),
        content.Select(Fit));

    public static XAttribute Attribute(string name, string value) => new(name, XmlText.Fit(value));

    /// <summary>Gives every element that needs one its end tag.</summary>
    public static XElement Closed(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.IsEmpty && !Void.Contains(element.Name.LocalName) && !Svg.Contains(element.Name.LocalName))
                element.Value = "";
        }
        return root;
    }

    private static object? Fit(object? content) => content is string text ? XmlText.Fit(text) : content;
}
