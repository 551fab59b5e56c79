using System.Xml.Linq;
using static EdgeInfer.Comparison.Markup.Elements;

namespace EdgeInfer.Comparison.Html;

/// <summary>A table with a caption, headed columns and headed rows.</summary>
internal static class Table
{
    public static XElement Of(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows) =>
        Element(
            "div",
            "scroll",
            Element(
                "table",
                "",
                Element("caption", "", caption),
                Element("thead", "", Element("tr", "", columns.Select(column =>
                    Element("th", "", Attribute("scope", "col"), column)))),
                Element("tbody", "", rows.Select(Row))));

    /// <summary>A table that a chart stands for; closed until asked for.</summary>
    public static XElement Behind(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows) =>
        Element("details", "", Element("summary", "", "The same as a table"), Of(caption, columns, rows));

    private static XElement Row(IReadOnlyList<object> cells) => Element(
        "tr",
        "",
        Element("th", "", Attribute("scope", "row"), cells[0]),
        cells.Skip(1).Select(cell => Element("td", "", cell)));
}
