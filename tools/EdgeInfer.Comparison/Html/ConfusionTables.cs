using System.Xml.Linq;
using EdgeInfer.Comparison.Charts;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Wording;
using static EdgeInfer.Comparison.Markup.Elements;
using static System.FormattableString;

namespace EdgeInfer.Comparison.Html;

/// <summary>One shaded table a model: which class is taken for which.</summary>
internal static class ConfusionTables
{
    // Stronger shades would leave too little contrast to the numbers.
    private const int StrongestShade = 60;

    // More columns than this need the whole width for their names.
    private const int MostClassesSideBySide = 4;

    public static XElement Of(ComparisonReport report) => Element(
        "section",
        "",
        Element("h2", "", "Which class is taken for which"),
        Element(
            "p",
            "note",
            "Rows are the truth, columns the answer, numbers are windows; a cell is shaded by its share of the row. "
            + $"Blue is right, orange is wrong.{MarkSuffix.Of(report)}"),
        Element("div", Grid(report), report.Models.Select((model, index) => Matrix(report, model, index))));

    private static string Grid(ComparisonReport report) =>
        report.Models.Any(model => model.Confusion.Labels.Count > MostClassesSideBySide) ? "matrices wide" : "matrices";

    private static XElement Matrix(ComparisonReport report, ModelSection model, int index) => Element(
        "div",
        "scroll",
        Element(
            "table",
            "matrix",
            Element("caption", Series.Class(index), Legend.Key(index), $"{model.Title}{MarkSuffix.Of(report)}"),
            Element("thead", "", Element(
                "tr",
                "",
                Element("th", "", Attribute("scope", "col"), "truth \\ answer"),
                model.Confusion.Labels.Select(label => Element("th", "", Attribute("scope", "col"), label)),
                Element("th", "", Attribute("scope", "col"), "found"))),
            Element("tbody", "", model.Confusion.Rows.Select((row, truth) => Row(model, row, truth)))));

    private static XElement Row(ModelSection model, IReadOnlyList<long> row, int truth)
    {
        var sum = row.Sum();
        return Element(
            "tr",
            "",
            Element("th", "", Attribute("scope", "row"), model.Confusion.Labels[truth]),
            row.Select((count, answer) => Cell(count, sum, right: answer == truth)),
            Element("td", "sum", sum == 0 ? "–" : Figures.Percent(row[truth] / (double)sum)));
    }

    private static XElement Cell(long count, long sum, bool right)
    {
        var shade = sum == 0 ? 0 : count * StrongestShade / (double)sum;
        return Element(
            "td",
            right ? "right" : count > 0 ? "wrong" : "none",
            Attribute("style", Invariant($"--shade:{shade:0.#}%")),
            Invariant($"{count}"));
    }
}
