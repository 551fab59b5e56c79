using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Windows;

namespace EdgeInfer.Trainer.Data;

/// <summary>Features of many windows, by the code that the device runs.</summary>
internal static class FeatureTable
{
    /// <exception cref="InvalidInputException">
    /// A feature is not finite, so that no model may learn from it: trainers differ in what they make of a missing value.
    /// </exception>
    public static float[][] Extract(WindowSet windows, IPreprocessor extractor) =>
        [.. windows.Values.Select(window => PreprocessedWindows.Of(window, extractor))];
}
