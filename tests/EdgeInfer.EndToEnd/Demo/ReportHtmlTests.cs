using System.Xml.Linq;
using EdgeInfer.EndToEnd.Support;

namespace EdgeInfer.EndToEnd.Demo;

public class ReportHtmlTests(QuickDemo demo)
{
    [Fact]
    public async Task ThePageIsWellFormedAndHasChartsAndTables()
    {
        var page = await ReadAsync();

        Assert.Equal("html", page.Root?.Name.LocalName);
        Assert.Contains(page.Descendants(), element => element.Name.LocalName == "svg");
        Assert.Contains(page.Descendants(), element => element.Name.LocalName == "table");
        Assert.Contains("not measured yet", page.Root!.Value, StringComparison.Ordinal);
        foreach (var model in new[] { "fasttree", "cnn-int8", "cnn-fp32" })
            Assert.Contains($"vibration-sim-{model}", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageLoadsNothing()
    {
        var page = await ReadAsync();

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "srcset"
            || (attribute.Name.LocalName == "href" && !attribute.Value.StartsWith('#')));
        var styles = string.Concat(page.Descendants().Where(element => element.Name.LocalName == "style").Select(style => style.Value));
        Assert.DoesNotContain("url(", styles, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", styles, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<XDocument> ReadAsync()
    {
        await demo.ResultAsync();
        return XDocument.Parse(demo.Report("artifacts/demo/report.html"));
    }
}
