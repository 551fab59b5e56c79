using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Trainer.Evaluation;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Export;

/// <summary>What a person reads of an export.</summary>
internal static class ExportConsole
{
    public static void Write(Manifest manifest, string folder, ClassificationReport? report)
    {
        var parity = manifest.Parity;
        var training = manifest.Training;
        if (training.UnknownOrigin)
            Console.WriteLine(Invariant($"{manifest.Name}: {FigureSource.UnknownTraining}"));
        else
            Console.WriteLine(
                Invariant($"{manifest.Name}: trained on {training.Windows} windows of {training.Groups.Count} groups in ")
                + Invariant($"{training.Seconds:F1} s ({training.CpuSeconds:F1} CPU s)"));
        Console.WriteLine(
            Invariant($"{manifest.Name}: parity over {parity.Rows} rows ({parity.Quantity}): {parity.LabelMismatches} label mismatches, ")
            + Invariant($"largest difference {parity.MaxAbsDiff:G3}"));
        if (report is not null)
        {
            var marks = training.Marks.Suffix;
            Console.WriteLine(
                Invariant($"{manifest.Name}: accuracy {EstimateText.Of(report.Accuracy)} over {report.Accuracy.Groups} test groups ")
                + Invariant($"({report.PooledAccuracy:F3} of {report.Accuracy.Windows} windows), ")
                + Invariant($"macro F1 {report.MacroF1.Value:F3}{marks}"));
        }

        Console.WriteLine(Invariant($"{manifest.Name}: bundle in {folder}"));
    }
}
