using System.Text;
using System.Xml;
using System.Xml.Linq;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Preview;

/// <summary>Elements of the page. All text passes through XML's own encoding; nothing is concatenated.</summary>
internal static class PreviewMarkup
{
    // In HTML, <td/> opens a cell and never closes it; only these elements stand without an end tag.
    private static readonly HashSet<string> Empty = ["meta", "img", "line", "rect", "path"];

    /// <param name="name">Element.</param>
    /// <param name="cssClass">Class; empty for none.</param>
    /// <param name="content">Strings, elements, attributes or sequences of them.</param>
    public static XElement Element(string name, string cssClass, params object?[] content) => new(
        name,
        cssClass.Length == 0 ? null : new XAttribute("class", cssClass),
        content.Select(part => part is string text ? Fit(text) : part));

    public static XAttribute Attribute(string name, string value) => new(name, Fit(value));

    public static XAttribute Attribute(string name, double value) => new(name, Invariant($"{value:0.##}"));

    /// <summary>Gives every element that needs one its end tag.</summary>
    public static XElement Closed(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.IsEmpty && !Empty.Contains(element.Name.LocalName))
                element.Value = "";
        }

        return root;
    }

    /// <summary>Control characters and lone surrogates, which no XML can carry, become U+FFFD.</summary>
    private static string Fit(string text)
    {
        var fitted = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            fitted.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return fitted.ToString();
    }
}
