using System.Globalization;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Trainer.Export;

/// <summary>What a person reads of an export.</summary>
internal static class ExportConsole
{
    public static void Write(Manifest manifest, string folder, ClassificationReport? report)
    {
        var parity = manifest.Parity;
        var training = manifest.Training;
        if (training.UnknownOrigin)
            Line($"{manifest.Name}: {TestMetrics.UnknownTraining}");
        else
            Line($"{manifest.Name}: trained on {training.Windows} windows of {training.Groups.Count} groups in {training.Seconds:F1} s ({training.CpuSeconds:F1} CPU s)");
        Line($"{manifest.Name}: parity over {parity.Rows} rows ({parity.Quantity}): {parity.LabelMismatches} label mismatches, largest difference {parity.MaxAbsDiff:G3}");
        if (report is not null)
        {
            var marks = FigureMarks.Suffix(training.Simulated, training.Quick, training.Leaky);
            Line($"{manifest.Name}: accuracy {EstimateText.Of(report.Accuracy)} over {report.Accuracy.Groups} test groups ({report.PooledAccuracy:F3} of {report.Accuracy.Windows} windows), macro F1 {report.MacroF1.Value:F3}{marks}");
        }

        Line($"{manifest.Name}: bundle in {folder}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
