using EdgeInfer.Core.Marks;
using EdgeInfer.Evaluation.Classification;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Evaluation;

/// <summary>A line a group and one for all.</summary>
internal static class ValidationConsole
{
    public static void Write(string name, ClassificationReport report, FigureMarks marks)
    {
        foreach (var group in report.PerGroup)
            Console.WriteLine(
                Invariant($"{group.Group}: accuracy {group.Accuracy:F3}, macro F1 {group.MacroF1:F3}, {group.Windows} windows"));
        Console.WriteLine(
            Invariant($"{name}, leave one group out: accuracy {EstimateText.Of(report.Accuracy)} over {report.Accuracy.Groups} groups, ")
            + Invariant($"macro F1 {report.MacroF1.Value:F3}{marks.Suffix}"));
    }
}
