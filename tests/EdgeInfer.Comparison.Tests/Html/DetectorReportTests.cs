using System.Text.Json;
using System.Xml.Linq;
using EdgeInfer.Comparison.Analysis;
using EdgeInfer.Comparison.Console;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Comparison.Tests.Samples;

namespace EdgeInfer.Comparison.Tests.Html;

public class DetectorReportTests
{
    [Fact]
    public void ThePageTellsEventsAndNoCalibration()
    {
        var page = XDocument.Parse(HtmlReport.Render(Report(new DetectorRun())));

        var headings = page.Descendants("h2").Select(heading => heading.Value).ToArray();
        Assert.Contains("ROC-AUC, and how sure it is", headings);
        Assert.Contains("Events, after threshold and decision", headings);
        Assert.DoesNotContain(page.Descendants("th"), head => head.Value is "Calibration error" or "Macro F1");
        Assert.Contains(page.Descendants("td"), cell => cell.Value == "6 of 6");
    }

    [Fact]
    public void APageWithoutAnyFaultIsWrittenToo()
    {
        var report = Report(new DetectorRun { Change = answer => answer.Truth == "anomaly" ? null : answer });

        Assert.Contains("no event", HtmlReport.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageOfAClassificationHasNoEvents() =>
        Assert.DoesNotContain(
            "Events, after", HtmlReport.Render(ReportAssembly.Assemble(new SampleRun().ToInput())), StringComparison.Ordinal);

    [Fact]
    public void TheTableHasACellAColumn()
    {
        var table = SummaryTable.Of(Report(new DetectorRun()));

        Assert.Equal("events found, recall", table.Columns[3]);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.StartsWith("6 of 6", table.Rows[0][3], StringComparison.Ordinal);
        Assert.StartsWith("ROC-AUC: replay", table.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableCountsOnlyMachinesThatShowTheFigure()
    {
        var fault = DetectorRun.Stream(0, "anomaly");
        var table = SummaryTable.Of(Report(new DetectorRun { Change = answer => answer.Stream == fault ? null : answer }));

        Assert.StartsWith("ROC-AUC: replay, 200 windows, 5 subjects, ", table.Notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void TheJsonNamesUnits()
    {
        var model = JsonDocument.Parse(JsonReport.Serialize(Report(new DetectorRun()))).RootElement.GetProperty("models")[0];

        var events = model.GetProperty("events");
        Assert.Equal(6, events.GetProperty("found").GetInt32());
        Assert.True(events.GetProperty("delay_s").GetProperty("median").GetDouble() > 0);
        Assert.Equal(0, events.GetProperty("false_alarms").GetProperty("per_device_day").GetDouble());
        Assert.Equal(JsonValueKind.Null, model.GetProperty("calibration_error").ValueKind);
    }

    private static ComparisonReport Report(DetectorRun run) => ReportAssembly.Assemble(run.ToInput());
}
