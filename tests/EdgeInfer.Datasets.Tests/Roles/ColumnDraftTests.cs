using System.Globalization;
using EdgeInfer.Datasets.Checking;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Tests.Support;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Tests.Roles;

public sealed class ColumnDraftTests : IDisposable
{
    private readonly PlainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ASecondAnnotationIsNoChannel()
    {
        foreach (var machine in (string[])["m1", "m2", "m3"])
            Labelled($"{machine}.csv", ",anomaly,changepoint", row => $"{(row is > 50 and < 90 ? 1 : 0)},{(row is 51 or 90 ? 1 : 0)}");

        var draft = _folder.Draft();

        Assert.Equal("anomaly", draft.Dataset.LabelColumn);
        Assert.Equal(["x", "y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal("machine", draft.Dataset.GroupNoun);
        Assert.Contains(draft.Sentences, sentence => sentence.StartsWith("left out: 'changepoint', which looks like a second "
            + "annotation", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoColumnsThatCouldBothBeTheClassAreAskedAbout()
    {
        foreach (var subject in (string[])["s1", "s2"])
            Labelled($"{subject}.csv", ",activity,state", row => $"{(row < 75 ? "walk" : "run")},{(row < 40 ? "fast" : "slow")}");

        var question = _folder.Question();

        Assert.Equal(["--label activity", "--label state"], question.Choices.Select(choice => choice.Option));
        Assert.Equal("state", _folder.Draft(question.Choices[1].Then).Dataset.LabelColumn);
    }

    [Fact]
    public void AValueOfTheWholeFileIsNoChannel()
    {
        foreach (var (name, age) in new[] { ("walk/s1", 31), ("walk/s2", 55), ("run/s1", 31), ("run/s2", 55) })
            Labelled($"{name}.csv", ",age,gain", _ => $"{age},2");

        var draft = _folder.Draft();

        Assert.Equal(["x", "y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Contains("left out: 'age', which has one value a file, and tells the file instead of a signal", draft.Sentences);
        Assert.Contains("left out: 'gain', which never changes", draft.Sentences);
    }

    [Fact]
    public void AClockThatStartsAnewWithEachPersonIsNoChannel()
    {
        string Cells(int row)
        {
            var stamp = 49_105_962_326_000L - (row / 100 * 9_000_000_000L) + (row * 50_000_000L);
            return FormattableString.Invariant($"{(row / 50 % 2 == 0 ? "Walking" : "Jogging")},{stamp}");
        }

        _folder.Table("all.csv", "user", row => FormattableString.Invariant($"u{row / 100}"), ",activity,stamp", Cells, rows: 400);

        Assert.DoesNotContain(
            "stamp", _folder.Draft(new DraftOptions(RateHz: 20)).Dataset.Channels.Select(channel => channel.Name));
    }

    [Fact]
    public void AMeasurementIsNoClassAndRowsOfSeveralSensorsAreNoSamples()
    {
        foreach (var name in (string[])["walk/s1", "walk/s2", "run/s1", "run/s2"])
            Labelled($"{name}.csv", ",sensor", row => row % 2 == 0 ? "acc" : "gyro");

        Assert.Contains("rows are of several sensors (acc, gyro)", _folder.Refusal(), StringComparison.Ordinal);
        Assert.StartsWith(
            "--label: column 'x' has more than 64 values", _folder.Refusal(new DraftOptions(Label: "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void AWordForNothingIsAHoleAndARowWithoutALabelIsRefused()
    {
        foreach (var name in (string[])["walk/s1", "walk/s2", "run/s1", "run/s2"])
            Labelled($"{name}.csv", ",z", row => row % 40 == 7 ? "N/A" : (row * 3 % 11).ToString(CultureInfo.InvariantCulture));
        var draft = _folder.Draft();
        DraftFiles.Write(draft);

        Assert.Equal(new DatasetHoles(HoleRule.Gap), draft.Dataset.Holes);
        Assert.Empty(DatasetCheck.Run(_folder.Path).Problems);

        using var unlabelled = new PlainFolder();
        static string Label(int row) => row < 9 ? "?" : row % 50 < 25 ? "a" : "b";
        unlabelled.Table("all.csv", "subject", row => FormattableString.Invariant($"s{row / 50}"), ",label", Label);
        Assert.Contains("column 'label' is empty in 9 of 150 "
            + "rows", unlabelled.Refusal(new DraftOptions(RateHz: 10)), StringComparison.Ordinal);
    }

    [Fact]
    public void ClassesThatAreNumbersAreInTheirOrder()
    {
        Labelled("all.csv", ",subject,label", row => $"s{row / 50},{row / 10 % 12}");

        Assert.Equal("0,1,2,3,4,5,6,7,8,9,10,11", string.Join(',', _folder.Draft().Table.Classes));
    }

    [Fact]
    public void AColumnOfSubjectsGivesTheGroupsOfOneTable()
    {
        Labelled("all.csv", ",subject,activity", row => $"s{row / 30},{(row / 15 % 2 == 0 ? "walk" : "run")}");

        var draft = _folder.Draft();

        Assert.Equal(("activity", "subject", "subject"), (draft.Dataset.LabelColumn, draft.Dataset.GroupColumn, draft.Dataset.GroupNoun));
        Assert.Equal(SplitBy.EachGroup, draft.Dataset.Splits[0].By);
        Assert.Null(draft.SplitCsv);
    }

    [Fact]
    public void AnEmptyCellKeepsItsColumnAndTheRuleIsSaid()
    {
        foreach (var name in (string[])["walk/s1", "walk/s2", "run/s1", "run/s2"])
            Labelled($"{name}.csv", ",z", row => row % 40 == 7 ? "" : (row * 3 % 11).ToString(CultureInfo.InvariantCulture));

        var draft = _folder.Draft();

        Assert.Equal(["x", "y", "z"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal(new DatasetHoles(HoleRule.Gap), draft.Dataset.Holes);
        Assert.Contains(draft.Sentences, sentence => sentence.Contains("--holes interpolate:SECONDS", StringComparison.Ordinal));
        Assert.Equal(
            new DatasetHoles(HoleRule.Interpolate, 0.1), _folder.Draft(new DraftOptions(Holes: "interpolate:0.1")).Dataset.Holes);
    }

    [Theory]
    [InlineData("fill", "--holes: 'fill' is not gap, hold:SECONDS or interpolate:SECONDS")]
    [InlineData("hold", "--holes: 'hold' is not gap, hold:SECONDS or interpolate:SECONDS")]
    [InlineData("hold:-1", "--holes: '-1' of 'hold:-1' is no number of seconds above 0")]
    public void AHoleRuleThatIsNoneIsRefused(string text, string message)
    {
        _folder.Table("walk/s1.csv");
        _folder.Table("run/s1.csv");

        Assert.Equal(message, _folder.Refusal(new DraftOptions(Holes: text)));
    }

    [Fact]
    public void TextAmongNumbersIsRefusedByItsLine()
    {
        foreach (var name in (string[])["walk/s1", "walk/s2", "run/s1", "run/s2"])
            Labelled($"{name}.csv", ",z", row => name == "run/s2" && row == 99 ? "ERR" : FormattableString.Invariant($"{row * 3 % 101}.5"));

        Assert.Equal(
            "run/s2.csv:101: column 'z': 'ERR' among numbers; mend the cell, or empty it and give --holes gap", _folder.Refusal());
    }

    [Fact]
    public void ATableWithOneValueARowIsPivoted()
    {
        _folder.Write("data.csv", "time,subject,activity,sensor,value\n" + string.Concat(
            from subject in Enumerable.Range(1, 3)
            from row in Enumerable.Range(0, 100)
            from axis in new[] { "acc_x", "acc_y" }
            select FormattableString.Invariant(
                $"{row / 50.0:F2},s{subject},{(row < 50 ? "walk" : "run")},{axis},{subject * row * axis.Length % 17}\n")));

        var draft = _folder.Draft();

        Assert.Equal(new DatasetLongTable("sensor", "value"), draft.Dataset.Long);
        Assert.Equal(["acc_x", "acc_y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Equal((50.0, "activity", "subject"), (draft.Dataset.RateHz, draft.Dataset.LabelColumn, draft.Dataset.GroupColumn));
    }

    private void Labelled(string name, string more, Func<int, string> cells) =>
        _folder.Table(name, "time", row => (row / 50.0).ToString("F2", CultureInfo.InvariantCulture), more, cells);
}
