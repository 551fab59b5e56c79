using System.Globalization;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Trainer.Export;

namespace EdgeInfer.Trainer.Validation;

/// <summary>A line a group and one for all.</summary>
internal static class ValidationConsole
{
    public static void Write(string name, ClassificationReport report, bool simulated, bool quick)
    {
        foreach (var group in report.PerGroup)
            Line($"{group.Group}: accuracy {group.Accuracy:F3}, macro F1 {group.MacroF1:F3}, {group.Windows} windows");
        Line($"{name}, leave one group out: accuracy {EstimateText.Of(report.Accuracy)} over {report.Accuracy.Groups} groups, macro F1 {report.MacroF1.Value:F3}{FigureMarks.Suffix(simulated, quick, leaky: false)}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
