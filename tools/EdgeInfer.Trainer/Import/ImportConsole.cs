using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Evaluation.Classification;
using EdgeInfer.Trainer.Evaluation;
using EdgeInfer.Trainer.Import.Proof;

namespace EdgeInfer.Trainer.Import;

/// <summary>What a person reads of an import.</summary>
internal static class ImportConsole
{
    /// <param name="content">What the model is made of.</param>
    /// <param name="classes">Which class of the file is which label; null where the file has none.</param>
    public static void Write(
        Manifest manifest, string content, ImportProofResult proof, string folder, ClassificationReport? report, string? classes)
    {
        var allowed = proof.Tolerance == 0 ? "the same float was asked for" : Text($"{proof.Tolerance:G3} was allowed");
        Line(manifest, $"{content}; preprocessing {Preprocessing(manifest.Preprocessing)}");
        Line(
            manifest,
            Text($"parity with ONNX Runtime over {proof.Rows} rows: largest difference of a score {proof.Difference:G3} ({allowed}), ")
            + Text($"{(proof.Ties == 0 ? "no label differs" : Text($"{proof.Ties} labels differ, all where the original is in doubt"))}"));
        if (proof.Contradictions > 0)
            Line(
                manifest,
                Text($"the original's label contradicts its own probabilities on {proof.Contradictions} of these rows ")
                + Text($"({100.0 * proof.Contradictions / proof.Rows:0.##} %), ")
                + "where the probabilities were believed");
        if (classes is not null)
            Line(manifest, classes);
        if (report is not null)
            Line(
                manifest,
                $"accuracy {EstimateText.Of(report.Accuracy)} on the test split; optimistic if the model was trained on any of it"
                + manifest.Training.Marks.Suffix);
        Line(manifest, $"bundle in {folder}");
    }

    private static string Preprocessing(
        ManifestPreprocessing preprocessing) => preprocessing is { Mean: { } mean, Deviation: { } deviation }
        ? $"{preprocessing.Id}: mean {Numbers(mean)}, deviation {Numbers(deviation)}"
        : preprocessing.Id;

    private static string Numbers(IReadOnlyList<float> numbers) =>
        string.Join(' ', (numbers.Distinct().Count() == 1 ? numbers.Take(1) : numbers).Select(number => Text($"{number}")));

    private static void Line(Manifest manifest, string text) => Console.WriteLine($"{manifest.Name}: {text}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
