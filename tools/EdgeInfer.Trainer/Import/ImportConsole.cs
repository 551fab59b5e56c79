using System.Globalization;
using EdgeInfer.Measurement.Classification;
using EdgeInfer.Models.Manifests;
using EdgeInfer.Trainer.Export;
using EdgeInfer.Trainer.Import.Proof;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import;

/// <summary>What a person reads of an import.</summary>
internal static class ImportConsole
{
    public static void Write(Manifest manifest, TreeEnsemble ensemble, int bytes, ImportProofResult proof, string folder, ClassificationReport? report)
    {
        var allowed = proof.Tolerance == 0 ? "the same float was asked for" : Text($"{proof.Tolerance:G3} was allowed");
        Line(manifest, Text($"{ensemble.Trees.Count} trees over {ensemble.FeatureCount} inputs ({manifest.Preprocessing.Id}), {bytes} bytes"));
        Line(manifest, Text($"parity with ONNX Runtime over {proof.Rows} rows: largest difference of a score {proof.Difference:G3} ({allowed}), {proof.Ties} labels differ, all where the original is in doubt"));
        if (report is not null)
            Line(manifest, $"accuracy {EstimateText.Of(report.Accuracy)} on the test split; optimistic if the model was trained on any of it");
        Line(manifest, $"bundle in {folder}");
    }

    private static void Line(Manifest manifest, string text) => Console.WriteLine($"{manifest.Name}: {text}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
