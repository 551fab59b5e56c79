using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Drafting;

public sealed class DatasetDrafterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ColumnsRateGroupsAndSplitOfLabelledRowsAreRecognised()
    {
        for (var subject = 1; subject <= 5; subject++)
            Write(
                $"s{subject}/walk.csv",
                Rows("time_ms,ax,ay,activity", 60, i => $"{5000 + (20 * i)},{i * subject},0.5,{(i < 30 ? "walk" : "sit")}"));

        Write("about.csv", "subject,age\ns1,40\n");

        var draft = DatasetDrafter.Draft(_folder.Path);

        Assert.Contains("about.csv is left out: its columns are not those of most files", draft.Warnings);
        Assert.Equal(new DatasetTimestamp("time_ms", "ms"), draft.Dataset.Timestamp);
        Assert.Equal("activity", draft.Dataset.LabelColumn);
        Assert.Equal(["ax", "ay"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal(["sit", "walk"], draft.Dataset.Labels.Select(label => label.Name));
        Assert.Equal(50, draft.Dataset.RateHz);
        Assert.Equal(["s1", "s2", "s3", "s4", "s5"], draft.Table.Groups);
        Assert.All(draft.Table.Counts, counts => Assert.Equal([30, 30, 30, 30, 30], counts));
        Assert.Equal(2, draft.SplitCsv!.Split('\n').Count(line => line.EndsWith(",test", StringComparison.Ordinal)));
        Assert.Empty(draft.Duplicates);

        DraftFiles.Write(draft);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);
        var error = Assert.Throws<InvalidInputException>(() => DatasetDrafter.Draft(_folder.Path));
        Assert.EndsWith("dataset.json: exists already and is not overwritten", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{1}/{0}.csv")]
    [InlineData("{0}/{1}.csv")]
    public void AGroupExpressionTellsPeopleFromClassesWhicheverOfThemIsTheFolder(string layout)
    {
        string[] people = ["anna", "ben", "cleo"];
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
        {
            foreach (var activity in (string[])["sit", "walk"])
                Write(
                    string.Format(CultureInfo.InvariantCulture, layout, person, activity),
                    Rows("t,v", 40, i => $"{i / 10.0},{i * (index + activity.Length)}"));
        }

        var draft = DatasetDrafter.Draft(_folder.Path, "(anna|ben|cleo)");

        Assert.Equal(people, draft.Table.Groups);
        Assert.Equal(["sit", "walk"], draft.Dataset.Labels.Select(label => label.Name));
    }

    [Fact]
    public void AGroupExpressionReadsThePathAndAClassInOneGroupIsWarnedOf()
    {
        foreach (var (name, label) in new[] { ("p1_a", "up"), ("p1_b", "up"), ("p2_a", "up"), ("p3_a", "down") })
            Write($"{name}.csv", Rows("t,v,state", 40, i => $"{i / 10.0},{i},{(i > 9 ? label : "up")}"));

        var draft = DatasetDrafter.Draft(_folder.Path, "^(p[0-9])_");

        Assert.Equal(["p1", "p2", "p3"], draft.Table.Groups);
        Assert.Equal("s", draft.Dataset.Timestamp!.Unit);
        Assert.Contains(draft.Warnings, warning => warning.StartsWith("class 'down' lives in one group, 'p3'", StringComparison.Ordinal));
        Assert.Equal([["p1_a.csv", "p1_b.csv", "p2_a.csv"]], draft.Duplicates);

        var error = Assert.Throws<InvalidInputException>(() => DatasetDrafter.Draft(_folder.Path, "^(q)"));
        Assert.Equal("--group: '^(q)' does not match 'p1_a.csv'", error.Message);
        Assert.StartsWith(
            "--group: '(' is not a regular expression",
            Assert.Throws<InvalidInputException>(() => DatasetDrafter.Draft(_folder.Path, "(")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneFileWithAColumnOfGroupsIsSplitByListsOfGroups()
    {
        Write("all.csv", Rows("machine,fault,v", 400, i => $"{(char)('a' + (i / 100))},{(i % 100 < 50 ? 1 : 2)},{i % 7}"));

        var draft = DatasetDrafter.Draft(_folder.Path);

        Assert.Equal("fault", draft.Dataset.LabelColumn);
        Assert.Equal("machine", draft.Dataset.GroupColumn);
        Assert.Null(draft.SplitCsv);
        Assert.Equal((2, 2), (draft.Dataset.Splits[0].Train!.Count, draft.Dataset.Splits[0].Test!.Count));
        Assert.Contains(draft.Warnings, warning => warning.Contains("rate_hz", StringComparison.Ordinal));
    }

    [Fact]
    public void ImagesTakeTheirClassFromTheFolder()
    {
        for (var i = 0; i < 8; i++)
        {
            var path = _folder.File($"{(i % 2 == 0 ? "cat" : "dog")}/{i}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ImageFolder.Png(2, 2, (byte)i));
        }

        var draft = DatasetDrafter.Draft(_folder.Path, "([0-3]|[4-7])\\.png$");

        Assert.Equal(DatasetKind.Images, draft.Dataset.Kind);
        Assert.Equal(["cat", "dog"], draft.Table.Classes);
        Assert.Equal(8, draft.Table.Groups.Count);
    }

    [Fact]
    public void AFolderWithNothingToReadIsRefused()
    {
        var error = Assert.Throws<InvalidInputException>(() => DatasetDrafter.Draft(_folder.Path));
        Assert.EndsWith("holds neither CSV files nor JPEG or PNG images", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Slow("reads a real data set")]
    public void TheFanDataIsDraftedAsItsBuiltInTaskDescribesIt()
    {
        File.Copy(Path.Combine(Repository.SharedData("fan_vibration"), "accelerometer.csv"), _folder.File("accelerometer.csv"));

        var draft = DatasetDrafter.Draft(_folder.Path);

        Assert.Equal("Sensor Configuration", draft.Dataset.LabelColumn);
        Assert.Equal("Rotation Speed Percentage", draft.Dataset.GroupColumn);
        Assert.Equal(["x", "y", "z"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal(6, draft.Dataset.Splits[0].Test!.Count);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }

    private static string Rows(string header, int count, Func<int, FormattableString> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant(row(i)) + "\n"));
}
