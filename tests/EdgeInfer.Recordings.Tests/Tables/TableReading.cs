using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Tables;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Tables;

/// <summary>Reads the recordings of a small data set whose description or tables a test has changed.</summary>
internal static class TableReading
{
    public static void Describe(this SensorFolder folder, string member) =>
        folder.Replace("dataset.json", "\"window\"", $"{member}, \"window\"");

    public static void Timestamp(this SensorFolder folder, string timestamp) =>
        folder.Replace("dataset.json", "{ \"column\": \"t\", \"unit\": \"ms\" }", timestamp);

    public static RecordedSamples Samples(this SensorFolder folder, string id = "a")
    {
        var set = RecordingSet.Open(folder.Path);
        return set.Samples(set.Recordings.First(recording => recording.Id == id));
    }

    public static double[] Seconds(this RecordedSamples samples) =>
        [.. Enumerable.Range(0, samples.Count).Select(row => samples.TimeNanoseconds(row) / 1e9)];

    public static float[] Values(this RecordedSamples samples) =>
        [.. Enumerable.Range(0, samples.Count).SelectMany(row => samples.Values(row).ToArray())];

    public static int[] Labels(this RecordedSamples samples) =>
        [.. Enumerable.Range(0, samples.Count).Select(row => samples.Header(row, 0).Label)];

    /// <summary>The one line that reading the recording gives.</summary>
    public static string SampleError(this SensorFolder folder, string id = "a") =>
        Assert.Throws<InvalidInputException>(() => folder.Samples(id)).Message
            .Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
