using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.BuiltIn;

public sealed partial class BuiltInSplitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("har-phone", null, 165)]
    [InlineData("har-watch", null, 165)]
    [InlineData("meter-digits", "time", 1508)]
    [InlineData("meter-digits", "hash", 1508)]
    public void ADownloadOpensAsItComes(string task, string? split, int recordings)
    {
        WriteListed(task, split);

        var set = RecordingSet.Open(_folder.Path, task, split);

        Assert.Equal(recordings, set.Recordings.Count);
        Assert.Null(set.LeftOut);
    }

    /// <summary>The bundles in models/ carry the hash of the split that they were trained on.</summary>
    [Theory]
    [InlineData("har-phone")]
    [InlineData("har-watch")]
    [InlineData("meter-digits")]
    public void TheSplitIsTheOneOfTheShippedBundles(string task)
    {
        WriteListed(task, null);

        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "models", $"{task}-fasttree", "model.json"));

        Assert.Equal(SplitSha256().Match(manifest).Groups[1].Value, RecordingSet.Open(_folder.Path, task).SplitSha256);
    }

    [Theory]
    [InlineData("geotec_har", "har-phone", null)]
    [InlineData("geotec_har", "har-watch", null)]
    [InlineData("meter_digits", "meter-digits", "time")]
    [InlineData("meter_digits", "meter-digits", "hash")]
    public void AFoldersOwnFileOfTheSplitSaysTheSame(string folder, string task, string? split)
    {
        var own = RecordingSet.Open(Repository.SharedData(folder), task, split);
        WriteListed(task, split);

        Assert.Equal(own.SplitSha256, RecordingSet.Open(_folder.Path, task, split).SplitSha256);
    }

    [Fact]
    public void SubjectsThatTheSplitDoesNotNameAreLeftOutAndCounted()
    {
        WriteListed("har-phone", null);
        var before = RecordingSet.Open(_folder.Path, "har-phone").SplitSha256;
        foreach (var name in new[] { "s18/s18_01_sp.csv", "s23/s23_02_sp.csv", "s23/s23_02_sw.csv", "subjects_info.csv" })
            Write($"DATA/{name}", "x\n");

        var set = RecordingSet.Open(_folder.Path, "har-phone");

        Assert.Equal(before, set.SplitSha256);
        Assert.Equal(165, set.Recordings.Count);
        Assert.Equal(
            "left out: 2 files that the split 'subjects' does not name, DATA/s18/s18_01_sp.csv to DATA/s23/s23_02_sp.csv",
            set.LeftOut!.Describe());
    }

    [Fact]
    public void GroupsThatTheListsDoNotNameAreLeftOutAndCounted()
    {
        WriteFan([.. Enumerable.Range(4, 17).Select(i => 5 * i), 33]);

        var set = RecordingSet.Open(_folder.Path, "vibration-fan");

        Assert.Equal("left out: 1 speed that the split 'speeds' does not name, 33", set.LeftOut!.Describe());
        Assert.DoesNotContain(set.Recordings, recording => recording.Group == "33");
        Assert.Equal("accelerometer-02-25", set.Recordings[1].Id);
    }

    [Fact]
    public void AFoldersOwnSplitMustNameEveryGroup()
    {
        WriteFan([.. Enumerable.Range(4, 17).Select(i => 5 * i), 33]);
        using (var built = typeof(BuiltInTasks).Assembly.GetManifestResourceStream("vibration-fan.json")!)
        using (var own = File.Create(_folder.File("dataset.json")))
            built.CopyTo(own);

        var error = Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path));

        Assert.EndsWith("group '33' is in neither list of split 'speeds'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatAreNotThereAreCountedAndTheWayOutIsNamed()
    {
        WriteListed("har-phone", null);
        File.Delete(_folder.File("DATA/s05/s05_03_sp.csv"));
        File.Delete(_folder.File("DATA/s06/s06_03_sp.csv"));

        var error = Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path, "har-phone"));

        Assert.Equal(
            $"{_folder.Path}: 2 of 165 files of the built-in split 'subjects' are not here, the first is DATA/s05/s05_03_sp.csv: "
            + "'edgeinfer data sources' tells where they come from and which folder to name",
            error.Message);
    }

    [Fact]
    public void EveryPublicTaskSaysWhereItComesFrom() => Assert.All(BuiltInTasks.Names, name =>
    {
        var origin = BuiltInTasks.Find(name)!.Origin!;
        Assert.StartsWith("https://", origin.Url, StringComparison.Ordinal);
        Assert.NotEmpty(origin.Folder);
        Assert.True(origin.Bytes > 1_000_000);
    });

    private void WriteListed(string task, string? split)
    {
        var dataset = BuiltInTasks.Find(task)!;
        var chosen = dataset.Splits.First(one => split is null || one.Name == split);
        // The first bytes of a JPEG; of a table nothing is read when it is opened.
        foreach (var row in BuiltInSplit.Rows(dataset, chosen))
            Write(row.Path, "\u00FF\u00D8\u00FF\u00E0");
    }

    private void WriteFan(int[] speeds) => Write(
        "accelerometer.csv",
        "Sensor Configuration,Rotation Speed Percentage,x,y,z\n"
        + string.Concat(speeds.Select(speed => string.Concat(Enumerable.Repeat($"1,{speed},0.5,0.25,1\n", 60)))));

    private void Write(string path, string bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(path))!);
        File.WriteAllBytes(_folder.File(path), System.Text.Encoding.Latin1.GetBytes(bytes));
    }

    [GeneratedRegex("\"split_sha256\": \"([0-9a-f]{64})\"")]
    private static partial Regex SplitSha256();
}
