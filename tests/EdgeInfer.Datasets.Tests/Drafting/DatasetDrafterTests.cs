using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
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
        for (var subject = 1; subject <= 14; subject++)
            Write(
                $"s{subject}/walk.csv",
                Rows("time_ms,ax,ay,activity", 60, i => $"{5000 + (20 * i)},{i * i * subject % 97},{i % 5}.5,{(i < 30 ? "walk" : "sit")}"));

        Write("about.csv", "subject,age\ns1,40\n");

        var draft = Draft();

        Assert.Contains(
            "1 of 15 tables are left out, as their columns differ from those of s1/walk.csv: about.csv", draft.Sentences);
        Assert.Equal(new DatasetTimestamp("time_ms", "ms"), draft.Dataset.Timestamp);
        Assert.Equal("activity", draft.Dataset.LabelColumn);
        Assert.Equal(["ax", "ay"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal(["sit", "walk"], draft.Dataset.Labels.Select(label => label.Name));
        Assert.Equal(50, draft.Dataset.RateHz);
        Assert.Equal(14, draft.Table.Groups.Count);
        Assert.All(draft.Table.Counts, counts => Assert.All(counts, count => Assert.Equal(30, count)));
        Assert.Equal(6, draft.SplitCsv!.Split('\n').Count(line => line.EndsWith(",test", StringComparison.Ordinal)));

        DraftFiles.Write(draft);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);
        var error = Assert.Throws<InvalidInputException>(() => Draft());
        Assert.EndsWith("dataset.json: exists already and is not overwritten: delete dataset.json and split.csv to draft them "
            + "anew", error.Message, StringComparison.Ordinal);
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
                    Rows("t,v", 40, i => $"{i / 10.0},{i * (index + activity.Length) % 11}"));
        }

        var draft = Draft("(anna|ben|cleo)");

        Assert.Equal(people, draft.Table.Groups);
        Assert.Equal(["sit", "walk"], draft.Dataset.Labels.Select(label => label.Name));
    }

    [Fact]
    public void AClassInOneGroupIsWarnedOf()
    {
        foreach (var (name, label) in new[] { ("p1_a", "up"), ("p1_b", "up"), ("p2_a", "up"), ("p3_a", "down") })
            Write($"{name}.csv", Rows("t,v,state", 40, i => $"{i / 10.0},{i * name.Length % 7},{(i > 9 ? label : "up")}"));

        var draft = Draft("^(p[0-9])_");

        Assert.Equal(["p1", "p2", "p3"], draft.Table.Groups);
        Assert.Equal("s", draft.Dataset.Timestamp!.Unit);
        Assert.Contains(draft.Warnings, warning => warning.StartsWith("class 'down' lives in one group, 'p3'", StringComparison.Ordinal));
    }

    [Fact]
    public void ImagesTakeTheirClassFromTheFolder()
    {
        foreach (var (index, size) in new[] { 20, 24, 28, 32, 36, 40, 44, 48 }.Index())
        {
            var path = _folder.File($"{(index % 2 == 0 ? "cat" : "dog")}/{index}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ImageFolder.Png(size, size, 0));
        }

        var draft = Draft();

        Assert.Equal(DatasetKind.Images, draft.Dataset.Kind);
        Assert.Equal(["cat", "dog"], draft.Table.Classes);
        Assert.Equal(8, draft.Table.Groups.Count);
        Assert.Contains(draft.Warnings, warning => warning.Contains("each picture is its own group", StringComparison.Ordinal));
    }

    [Fact]
    public void AFolderWithNothingToReadIsRefused()
    {
        var error = Assert.Throws<InvalidInputException>(() => Draft());
        Assert.EndsWith("nor JPEG or PNG pictures", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Slow("reads a real data set")]
    public void TheFanDataIsDraftedAsItsBuiltInTaskDescribesIt()
    {
        File.Copy(Path.Combine(Repository.SharedData("fan_vibration"), "accelerometer.csv"), _folder.File("accelerometer.csv"));

        var draft = DatasetDrafter.Draft(_folder.Path, new DraftOptions(RateHz: 20));

        Assert.Equal("Sensor Configuration", draft.Dataset.LabelColumn);
        Assert.Equal("Rotation Speed Percentage", draft.Dataset.GroupColumn);
        Assert.Equal(["x", "y", "z"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal(6, draft.Dataset.Splits[0].Test!.Count);
    }

    private DatasetDraft Draft(string? group = null) => DatasetDrafter.Draft(_folder.Path, new DraftOptions(Group: group));

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), text);
    }

    private static string Rows(string header, int count, Func<int, FormattableString> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant(row(i)) + "\n"));
}
