using System.Text.Json;
using System.Xml.Linq;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Tests.Reports;

public class ClaimsTests
{
    private static readonly ClaimSection[] Claims =
    [
        new("C3", VerdictOutcome.Contradicted, "accuracy", new ClaimEffect(-3.2, new(-5, -1.5), "points"), Missing: null),
        new("C4", VerdictOutcome.NotMeasured, "latency_us", Effect: null, "a power meter"),
    ];

    [Fact]
    public void AReportWithoutAPlanClaimsNothing()
    {
        var report = ReportAssembly.Assemble(new SampleRun().ToInput());

        Assert.Empty(report.Claims);
        Assert.DoesNotContain("The claims", HtmlReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void EachClaimIsARowWithItsOutcomeEffectAndWhatIsMissing()
    {
        var section = XDocument.Parse(HtmlReport.Render(Report())).Descendants("section")
            .Single(each => each.Element("h2")?.Value == "The claims");

        Assert.Equal(
            [
                "C3 contradicted accuracy -3.2 points (-5 to -1.5) –",
                "C4 not measured latency_us – a power meter",
            ],
            section.Descendants("tbody").Elements("tr").Select(row => string.Join(' ', row.Elements().Select(cell => cell.Value))));
    }

    [Fact]
    public void TheJsonHoldsOutcomesInTheWordsOfTheirTable()
    {
        var claims = JsonDocument.Parse(JsonReport.Serialize(Report())).RootElement.GetProperty("claims").EnumerateArray().ToArray();

        Assert.Equal(["contradicted", "not_measured"], claims.Select(claim => claim.GetProperty("outcome").GetString()));
        Assert.Equal(-5, claims[0].GetProperty("effect").GetProperty("interval95").GetProperty("low").GetDouble());
        Assert.Equal("a power meter", claims[1].GetProperty("missing").GetString());
    }

    private static ComparisonReport Report() => ReportAssembly.Assemble(new SampleRun().ToInput() with { Claims = Claims });
}
