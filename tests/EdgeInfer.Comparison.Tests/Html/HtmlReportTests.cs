using System.Globalization;
using System.Xml.Linq;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Tests.Reports;
using EdgeInfer.Comparison.Tests.Samples;

namespace EdgeInfer.Comparison.Tests.Html;

public class HtmlReportTests
{
    private const string Hostile = "<script>alert(\"1\")</script> & \u0001\uD800";

    [Fact]
    public void ThePageIsWellFormed() => Assert.Equal("html", Page(new SampleRun()).Root?.Name.LocalName);

    [Fact]
    public void ThePageLoadsNothingAndRunsNothing()
    {
        var text = Render(new SampleRun());

        Assert.DoesNotContain("http://", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        var loading = XDocument.Parse(text).Descendants()
            .Where(element => element.Name.LocalName is "script" or "link" or "img" or "iframe"
                || element.Attributes().Any(attribute => attribute.Name.LocalName is "src" or "href"));
        Assert.Empty(loading);
    }

    [Fact]
    public void AHostileLabelIsTextAndNothingElse()
    {
        var text = Render(new SampleRun { Labels = [Hostile, "sit", "stand"] });

        Assert.Contains("&lt;script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(XDocument.Parse(text).Descendants("script"));
    }

    [Fact]
    public void TheStylesHoldNoCharacterThatXmlWouldEncode() =>
        Assert.Equal(-1, Style.Sheet.AsSpan().IndexOfAny('<', '>', '&'));

    [Fact]
    public void EveryElementButVoidOnesHasAnEndTagForHtmlParsers()
    {
        var text = Render(new SampleRun());
        foreach (var name in (string[])["td", "th", "p", "div", "span", "section", "dd", "text", "title", "desc"])
            Assert.DoesNotContain($"<{name}/>", text.Replace(" />", "/>", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryChartHasANameADescriptionAndATable()
    {
        var figures = Page(new SampleRun()).Descendants("figure").ToArray();

        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            Assert.NotEmpty(figure.Descendants("table"));
            foreach (var chart in figure.Descendants("svg").Where(svg => svg.Attribute("role") is not null))
            {
                Assert.NotEmpty(chart.Element("title")?.Value ?? "");
                Assert.NotEmpty(chart.Element("desc")?.Value ?? "");
            }
        }
    }

    [Fact]
    public void EveryPictureAndTableSaysSimulatedQuickAndLeaky()
    {
        var page = Page(new SampleRun { Simulated = true, Quick = SampleRun.Trees, Leaky = true });
        var said = page.Descendants()
            .Where(element => element.Name.LocalName is "caption" or "figcaption" or "title")
            .Select(element => element.Value)
            .ToArray();

        Assert.True(said.Length >= 15, string.Join('\n', said));
        Assert.All(said, text => Assert.Contains("(simulated; quick budgets; optimistic: leaky split)", text, StringComparison.Ordinal));
    }

    [Fact]
    public void QuickBudgetsStandInTheVerdictsTitle() => Assert.Contains(
        "Verdict: none, the budgets are quick", Render(new SampleRun { Quick = SampleRun.Trees }), StringComparison.Ordinal);

    [Fact]
    public void TheProblemsOfARunAreOnThePage()
    {
        var run = new SampleRun { Change = answer => answer is { Model: SampleRun.Int8, Window: "subject-13/0" } ? null : answer };

        Assert.Contains("This run has problems", Render(run), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherCultureChangesNothing()
    {
        var expected = Render(new SampleRun());
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = JsonReportTests.Culture(",", "\u2212");
        try
        {
            Assert.Equal(expected, Render(new SampleRun()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OneGroupAndFewWindowsStillMakeAPage()
    {
        var text = Render(new SampleRun { Groups = 1, WindowsPerGroup = 4 });

        Assert.Contains("no interval (one group)", text, StringComparison.Ordinal);
        Assert.Contains("n too small", text, StringComparison.Ordinal);
    }

    private static string Render(SampleRun run) => HtmlReport.Render(ReportAssembly.Assemble(run.ToInput()));

    private static XDocument Page(SampleRun run) => XDocument.Parse(Render(run));
}
