using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Recordings.Windows;

namespace EdgeInfer.Trainer.Data;

/// <summary>Features of many windows, by the code that the device runs.</summary>
internal static class FeatureTable
{
    public static float[][] Extract(WindowSet windows, IPreprocessor extractor) =>
        [.. windows.Values.Select(window =>
        {
            var row = new float[extractor.OutputLength];
            extractor.Apply(window, row);
            return row;
        })];
}
