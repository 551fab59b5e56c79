using EdgeInfer.Cli.Demo;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Demo;

/// <summary>The recordings that the demo runs on where nothing is named.</summary>
public sealed class ShippedSampleTests
{
    private const int MostBytes = 4_000_000;

    private static string Folder => ShippedSample.Folder(ShippedSample.DefaultTask)!;

    [Fact]
    public void WhatIsShippedIsThis()
    {
        var set = RecordingSet.Open(Folder);

        Assert.Equal("9fd10f494f09852804654b74372bf9391b50890164495bcfba4d025af88116ee", set.DataSha256);
        Assert.Equal("70eee256fa7b564f15e25a88283ec4579c49cc14d5deba6f9bba0d3a1caf7990", set.SplitSha256);
        Assert.Equal(165, set.Recordings.Count);
    }

    [Fact]
    public void ElevenSubjectsLearnAndSixOthersJudge()
    {
        var recordings = RecordingSet.Open(Folder).Recordings;

        string[] Groups(SplitSide side) => [.. recordings.Where(one => one.Side == side).Select(one => one.Group).Distinct()];
        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"s{i:00}"), Groups(SplitSide.Train));
        Assert.Equal(Enumerable.Range(12, 6).Select(i => $"s{i:00}"), Groups(SplitSide.Test));
    }

    [Fact]
    public void ItComesWithItsLicenceAndItsAuthorsInFourMegabytes()
    {
        var readme = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var dataset = RecordingSet.Open(Folder).Dataset;

        Assert.False(dataset.Simulated);
        Assert.Equal("CC-BY-4.0", dataset.Licence);
        foreach (var text in new[] { readme, dataset.Attribution! })
        {
            Assert.Contains("Matey-Sanz", text, StringComparison.Ordinal);
            Assert.Contains("10.1016/j.dib.2023.109809", text, StringComparison.Ordinal);
        }

        var committed = new DirectoryInfo(Path.Combine(Repository.Root, "tools/EdgeInfer.Cli/Samples/har-phone"));
        Assert.InRange(committed.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), MostBytes / 2, MostBytes);
    }

    [Fact]
    public void EverySampleIsTheDownloadsBitByBit()
    {
        var download = Repository.SharedData("geotec_har");
        var (shipped, original) = (RecordingSet.Open(Folder), RecordingSet.Open(download, "har-phone"));

        Assert.Equal(original.Recordings.Select(one => one.Id), shipped.Recordings.Select(one => one.Id));
        Assert.Equal(original.Recordings.Select(one => one.Path + ".gz"), shipped.Recordings.Select(one => one.Path));
        foreach (var (here, there) in shipped.Recordings.Zip(original.Recordings))
            Assert.Equal(Samples(original, there), Samples(shipped, here));
    }

    [Fact]
    public void CopiesAreSeenAcrossBothForms()
    {
        var download = Repository.SharedData("geotec_har");
        var (shipped, original) = (RecordingSet.Open(Folder), RecordingSet.Open(download, "har-phone"));

        Assert.Equal(Fingerprints(original), Fingerprints(shipped));
        Assert.NotEqual(original.DataSha256, shipped.DataSha256);
    }

    private static IEnumerable<(string Group, ulong Hash)> Fingerprints(RecordingSet set) =>
        from side in new[] { SplitSide.Train, SplitSide.Test }
        from recording in set.ContentOf(side)
        orderby recording.Path
        from hash in recording.Hashes
        select (recording.Group, hash);

    /// <summary>Time, label and the bits of each value.</summary>
    private static List<(long Time, int Label, string Bits)> Samples(RecordingSet set, Recording recording)
    {
        var source = set.OpenSource(recording, Playback.Immediate);
        var values = new float[set.TestShape.Channels.Count];
        List<(long, int, string)> samples = [];
        while (source.TryRead(values, out var header, TestContext.Current.CancellationToken))
            samples.Add((header.TimeNanoseconds, header.Label, string.Join(' ', values.Select(BitConverter.SingleToInt32Bits))));
        return samples;
    }
}
