using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Features;

/// <summary>Windows of people who carry a phone, where the data set lies beside the checkout.</summary>
internal static class HarWindows
{
    /// <summary>Windows spread over all recordings of the training side; null without the data.</summary>
    public static float[][]? Find(int count)
    {
        if (Repository.FindSharedData("geotec_har") is not { } folder)
            return null;
        var set = RecordingSet.Open(folder, "har-phone");
        var all = WindowSet.Read(set, set.Recordings.Where(recording => recording.Side == SplitSide.Train), set.TestShape).Values;
        return [.. Enumerable.Range(0, count).Select(i => all[i * all.Length / count])];
    }
}
