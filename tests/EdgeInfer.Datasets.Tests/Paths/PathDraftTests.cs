using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Tests.Support;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Tests.Paths;

public sealed class PathDraftTests : IDisposable
{
    private readonly PlainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{1}/{0}.csv")]
    [InlineData("{0}/{1}.csv")]
    [InlineData("{0}_{1}.csv")]
    [InlineData("{1}-{0}.csv")]
    [InlineData("data/{1}/{0}_rec.csv")]
    public void ClassAndSubjectAreToldApartWhereverTheyStand(string layout)
    {
        _folder.Tables(layout, ["s1", "s2", "s3"], ["run", "still", "walk"]);

        var draft = _folder.Draft();

        Assert.Equal(["run", "still", "walk"], draft.Table.Classes);
        Assert.Equal(["s1", "s2", "s3"], draft.Table.Groups);
        Assert.Equal(("subject", GroupOrigin.Named), (draft.Dataset.GroupNoun, draft.Dataset.GroupOrigin));
    }

    [Theory]
    [InlineData("{0}_{1}_{2}.csv")]
    [InlineData("{1}_{0}_{2}.csv")]
    [InlineData("{2}_{0}_{1}.csv")]
    [InlineData("{0}/{1}_{2}.csv")]
    [InlineData("{1}/{0}-{2}.csv")]
    public void MachineStateAndSessionAreReadInAnyOrder(string layout)
    {
        foreach (var session in (string[])["1", "2"])
            _folder.Tables(layout.Replace("{2}", session, StringComparison.Ordinal), ["pump1", "pump2", "pump3"], ["ok", "worn"]);

        var draft = _folder.Draft();

        Assert.Equal(["ok", "worn"], draft.Table.Classes);
        Assert.Equal(["pump1", "pump2", "pump3"], draft.Table.Groups);
        Assert.StartsWith("learn to tell ok and worn apart, by ", draft.Sentences[0], StringComparison.Ordinal);
        Assert.StartsWith("the machines pump1, pump2 and pump3 are the groups, by ", draft.Sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelBeforeTheFirstDotAndATimeBehindItIsEdgeImpulses()
    {
        foreach (var place in (string[])["kitchen", "office"])
        {
            for (var i = 0; i < 6; i++)
                _folder.Table($"{place}/{(i % 2 == 0 ? "walk" : "still")}.16577432599{place.Length}{i}.csv");
        }

        var draft = _folder.Draft();

        Assert.Equal(["still", "walk"], draft.Table.Classes);
        Assert.Equal(["kitchen", "office"], draft.Table.Groups);
        Assert.Contains(draft.Sentences, sentence => sentence.StartsWith("the folder could be the class as "
            + "well", StringComparison.Ordinal));
    }

    [Fact]
    public void TheUsersOwnSidesAreKept()
    {
        _folder.Tables("training/{1}/{0}.csv", ["s1", "s2", "s3"], ["run", "walk"]);
        _folder.Tables("validation/{1}/{0}.csv", ["s4"], ["run", "walk"]);
        _folder.Tables("testing/{1}/{0}.csv", ["t1", "t2"], ["run", "walk"]);

        var draft = _folder.Draft();

        Assert.Equal(["run", "walk"], draft.Table.Classes);
        Assert.Equal(SplitBy.File, draft.Dataset.Splits[0].By);
        foreach (var line in draft.SplitCsv!.TrimEnd().Split('\n').Skip(1))
            Assert.Equal(line.StartsWith("testing/", StringComparison.Ordinal), line.EndsWith(",test", StringComparison.Ordinal));
        Assert.Contains(draft.Sentences, sentence => sentence.Contains("validation is learnt from", StringComparison.Ordinal));
    }

    [Fact]
    public void AFileAClassIsCutIntoBlocksOfTimeThatAreSaidToBeOptimistic()
    {
        foreach (var name in (string[])["run", "still", "walk"])
            _folder.Table($"{name}.csv");

        var draft = _folder.Draft();

        Assert.Equal(["run", "still", "walk"], draft.Table.Classes);
        Assert.Equal((GroupOrigin.Blocks, "block"), (draft.Dataset.GroupOrigin, draft.Dataset.GroupNoun));
        Assert.Equal(draft.Dataset.Blocks * 3, draft.Table.Groups.Count);
        Assert.Contains(draft.Warnings, warning => warning.Contains("'optimistic: blocks of one recording'", StringComparison.Ordinal));
    }

    [Fact]
    public void FilesThatNothingNamesAreGroupsOfTheirOwnAndItIsSaid()
    {
        for (var i = 0; i < 6; i++)
        {
            _folder.Table($"run/rec{i}a{i}.csv");
            _folder.Table($"walk/rec{i}b{i}.csv");
        }

        var draft = _folder.Draft();

        Assert.Equal((GroupOrigin.Files, 12), (draft.Dataset.GroupOrigin, draft.Table.Groups.Count));
        Assert.Contains(draft.Warnings, warning => warning.StartsWith("nothing names a person, machine or "
            + "session", StringComparison.Ordinal));
    }

    [Fact]
    public void ASensorsNameIsNoClass()
    {
        foreach (var recording in (string[])["run_1", "run_2", "walk_1", "walk_2"])
        {
            _folder.Table($"{recording}/Accelerometer.csv");
            _folder.Table($"{recording}/Gyroscope.csv");
            _folder.Write($"{recording}/Metadata.csv", "version,device\n3,phone\n");
        }

        var draft = _folder.Draft();

        Assert.Equal(["run", "walk"], draft.Table.Classes);
        Assert.Equal(
            ["Accelerometer.x", "Accelerometer.y", "Gyroscope.x", "Gyroscope.y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.All(draft.Dataset.Channels, channel => Assert.Equal(channel.Name, $"{channel.File![..^4]}.{channel.Column}"));
        Assert.Contains("\nrun_1,run,run_1\n", draft.SplitCsv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{1}/{1}_acc_{0}.csv", "{1}/{1}_gyro_{0}.csv")]
    [InlineData("{1}/x_{0}.csv", "{1}/y_{0}.csv")]
    [InlineData("accel/{1}_{0}.csv", "gyro/{1}_{0}.csv")]
    public void PartsThatNameSensorsOrAxesAreNoClassesAndNoGroups(string one, string other)
    {
        _folder.Tables(one, ["s1", "s2"], ["run", "walk"]);
        _folder.Tables(other, ["s1", "s2"], ["run", "walk"]);

        Assert.Contains("names sensors or axes", _folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnIdOfSeveralDigitsNamesAPersonAndASingleLetterDoesNot()
    {
        foreach (var id in (string[])["1001", "1002", "1003"])
            _folder.Tables($"{{1}}/{id}_{{0}}_1.csv", ["A", "B"], ["Sit", "Stand"]);

        Assert.Equal(["1001", "1002", "1003"], _folder.Draft().Table.Groups);
    }

    [Fact]
    public void ATextThatIsNoTableIsLeftOutAndNamed()
    {
        _folder.Tables("{1}/{0}.txt", ["s1", "s2"], ["run", "walk"]);
        _folder.Write("activity_key.txt", "walking = A\nrunning\n");
        _folder.Write("readme.txt", "about\n");

        var draft = _folder.Draft();

        Assert.Contains(draft.Sentences, sentence => sentence.EndsWith(": activity_key.txt", StringComparison.Ordinal));
        Assert.Contains("not recordings, and passed over: readme.txt", draft.Sentences);
    }

    [Fact]
    public void TheNumberOfATakeIsNoPartOfTheClass()
    {
        foreach (var take in (string[])["1", "2"])
            _folder.Tables($"{{1}}{take}_{{0}}.csv", ["pump1", "pump2"], ["ok", "worn"]);

        var draft = _folder.Draft();

        Assert.Equal(["ok", "worn"], draft.Table.Classes);
        Assert.Equal(["pump1", "pump2"], draft.Table.Groups);
    }

    [Fact]
    public void FilesNamedTrainAndTestAreTheSides()
    {
        foreach (var (name, first) in new[] { ("train", 0), ("test", 10) })
        {
            _folder.Table(
                $"{name}.csv", "time", row => FormattableString.Invariant($"{row / 50.0:F2}"), ",subject,label",
                row => FormattableString.Invariant($"s{first + (row / 50)},{(row % 50 < 25 ? "a" : "b")}"));
        }

        var draft = _folder.Draft();
        DraftFiles.Write(draft);

        Assert.Equal(SplitBy.File, draft.Dataset.Splits[0].By);
        Assert.Contains("\ntest.csv,per-row,per-row,test\n", draft.SplitCsv, StringComparison.Ordinal);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);
    }

    [Fact]
    public void ClassesThatDifferInSpellingAloneAreRefused()
    {
        _folder.Tables("{1}/{0}.csv", ["s1", "s2"], ["Walk", "run", "walk"]);

        Assert.Contains("classes 'Walk' and 'walk' differ in spelling alone", _folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void APartThatDecidesNothingIsNamed()
    {
        _folder.Tables("{1}/{0}_hip.csv", ["s1", "s2"], ["run", "walk"]);
        _folder.Tables("{1}/{0}_wrist.csv", ["s1", "s2"], ["run", "walk"]);

        Assert.Contains(
            "part 2 of the file name (hip, wrist) decides nothing: recordings that differ in it are treated alike",
            _folder.Draft().Sentences);
    }
}
