using EdgeInfer.Bundles.Golden;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Windows;

namespace EdgeInfer.Trainer.Export;

/// <summary>A few training windows, spread over the classes, with the exported model's answers.</summary>
internal static class GoldenWindows
{
    private const int Count = 8;

    public static GoldenSet Of(WindowSet windows, IPreprocessor preprocessor, IModel model, double tolerance)
    {
        var input = new float[preprocessor.OutputLength];
        return new GoldenSet(tolerance, [.. Spread(windows).Select(i =>
        {
            var output = new float[model.OutputLength];
            preprocessor.Apply(windows.Values[i], input);
            model.Predict(input, output);
            return new GoldenCase(windows.Values[i], output);
        })]);
    }

    /// <summary>Takes a window of each class in turn, from evenly spaced places.</summary>
    private static IEnumerable<int> Spread(WindowSet windows)
    {
        var byLabel = Enumerable.Range(0, windows.Values.Length)
            .GroupBy(i => windows.Labels[i]).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        var rounds = (Count + byLabel.Length - 1) / byLabel.Length;
        return Enumerable.Range(0, rounds)
            .SelectMany(round => byLabel.Select(members => members[members.Length * round / rounds]))
            .Distinct()
            .Take(Count);
    }
}
