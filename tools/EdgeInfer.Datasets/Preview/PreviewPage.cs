using System.Xml.Linq;
using EdgeInfer.Recordings.Layout;
using static EdgeInfer.Datasets.Preview.PreviewMarkup;

namespace EdgeInfer.Datasets.Preview;

/// <summary>What all previews share: head, styles, title, and what is wrong.</summary>
internal static class PreviewPage
{
    /// <summary>More problems than these are told by 'data check'.</summary>
    private const int MostProblems = 50;

    public static string Of(Dataset dataset, string lead, IReadOnlyList<string> problems, params object?[] sections)
    {
        var page = Element(
            "html",
            "",
            Attribute("lang", "en"),
            Element(
                "head",
                "",
                Element("meta", "", Attribute("charset", "utf-8")),
                Element("meta", "", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
                Element("meta", "", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
                Element("title", "", $"EdgeInfer preview: {dataset.Name}"),
                Element("style", "", Sheet())),
            Element(
                "body",
                "",
                Element(
                    "header",
                    "",
                    Element("p", "brand", "EdgeInfer preview"),
                    Element("h1", "", dataset.Name),
                    Element("p", "lead", lead),
                    dataset.Simulated ? Element("p", "bad", "not a real sensor") : null,
                    Element("p", "lead", $"Licence: {dataset.Licence}. {dataset.Attribution}")),
                Element("main", "", Wrong(problems), sections)));
        return $"<!DOCTYPE html>\n{Closed(page).ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>A colour a class, the same on the whole page; its name stands beside it.</summary>
    public static XElement Legend(IReadOnlyList<string> labels) => Element(
        "p",
        "legend",
        labels.Select((label, index) => Element("span", "", Element("i", "key", ColourOf(index)), label)));

    /// <summary>Neighbouring classes lie a golden angle apart on the circle of hues.</summary>
    public static XAttribute ColourOf(int label) =>
        Attribute("style", FormattableString.Invariant($"--c: hsl({label * 137.508 % 360:0} 65% 50%)"));

    private static XElement? Wrong(IReadOnlyList<string> problems) => problems.Count == 0
        ? null
        : Element(
            "section",
            "",
            Element("h2", "bad", FormattableString.Invariant($"{problems.Count} wrong")),
            Element("ul", "", problems.Take(MostProblems).Select(problem => Element("li", "", problem))),
            problems.Count > MostProblems ? Element("p", "lead", "'edgeinfer data check' lists the others.") : null);

    private static string Sheet()
    {
        using var stream = typeof(PreviewPage).Assembly.GetManifestResourceStream("preview.css")
            ?? throw new InvalidOperationException("preview.css is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
