using System.Text;
using EdgeInfer.Comparison.Files;
using EdgeInfer.Comparison.Html;
using EdgeInfer.Comparison.Reports;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Cli.Reporting;

/// <summary>Puts a report into files.</summary>
/// <param name="folder">Receives report.html and report.json.</param>
/// <param name="json">A further file for the same JSON; null where none is wanted.</param>
internal sealed class ReportFolder(string folder, string? json)
{
    private string Html => Path.Combine(folder, "report.html");

    private string Json => Path.Combine(folder, "report.json");

    /// <summary>Before the work: whether they could be written.</summary>
    /// <exception cref="InvalidInputException">They could not, or one is among <paramref name="others"/>.</exception>
    public void Require(string place, params ReadOnlySpan<string?> others)
    {
        ReportFile.Require(place, Html, others);
        ReportFile.Require(place, Json, others);
    }

    /// <summary>Says where they are.</summary>
    public void Write(ComparisonReport report)
    {
        var text = JsonReport.Serialize(report);
        ReportFile.Write(Json, text);
        ReportFile.Write(Html, Encoding.UTF8.GetBytes(HtmlReport.Render(report)));
        Console.WriteLine($"report: {Html}, {Json}");
        if (json is { } file)
            ReportFile.Write(file, text);
    }
}
