using System.Globalization;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Tests.Support;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Tests.Clocks;

public sealed class ClockDraftTests : IDisposable
{
    private readonly PlainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("timestamp", 263_239_144_953_734, 20_000_000, "ns", 50)]
    [InlineData("timestamp", 1_790_000_000_000, 20, "ms", 50)]
    [InlineData("timestamp", 1_790_000_000_000_000, 10_000, "us", 100)]
    [InlineData("timestamp", 1_790_000_000_000_000_000, 20_000_000, "ns", 50)]
    [InlineData("micros", 120_000, 2_500, "us", 400)]
    [InlineData("SampleTimeFine", 3_000_000_000, 16_667, "us", 60)]
    [InlineData("time", 0, 20, "ms", 50)]
    public void AClocksUnitFollowsFromItsNameItsSizeOrTheRateThatItGives(string name, long start, long step, string unit, double rateHz)
    {
        _folder.ClassFolders(name, row => (start + (row * step)).ToString(CultureInfo.InvariantCulture));

        var dataset = _folder.Draft().Dataset;

        Assert.Equal((name, unit), (dataset.Timestamp!.Column, dataset.Timestamp.Unit));
        Assert.Equal(rateHz, dataset.RateHz, rateHz / 1000);
    }

    [Theory]
    [InlineData("Time (ms)", "ms", 0.123, 20)]
    [InlineData("elapsed", "s", 0, 0.02)]
    [InlineData("seconds_elapsed", "s", 0.0004, 0.02)]
    [InlineData("t [s]", "s", 3, 0.02)]
    public void AFractionDoesNotTurnMillisecondsIntoSeconds(string name, string unit, double start, double step)
    {
        _folder.ClassFolders(name, row => (start + (row * step)).ToString("F4", CultureInfo.InvariantCulture));

        var dataset = _folder.Draft().Dataset;

        Assert.Equal((name, unit, 50.0), (dataset.Timestamp!.Column, dataset.Timestamp.Unit, dataset.RateHz));
        Assert.Equal(["x", "y"], dataset.Channels.Select(channel => channel.Name));
    }

    [Fact]
    public void AClockThatCountsRowsOrSecondsIsAskedAbout()
    {
        _folder.ClassFolders("time", row => row.ToString(CultureInfo.InvariantCulture));

        var question = _folder.Question();

        Assert.Equal(["--units time=s", "--units time=ms"], question.Choices.Select(choice => choice.Option));
        Assert.Equal(1, _folder.Draft(question.Choices[0].Then).Dataset.RateHz);
        Assert.Equal(1000, _folder.Draft(question.Choices[1].Then).Dataset.RateHz);
        Assert.Contains("give --units time=s. ", question.ToRefusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpreadsheetDaysAreNoSeconds()
    {
        _folder.ClassFolders("Date", row => (46_000 + (row / 86_400.0)).ToString("F10", CultureInfo.InvariantCulture));

        var dataset = _folder.Draft().Dataset;

        Assert.Equal("days", dataset.Timestamp!.Unit);
        Assert.Equal(1, dataset.RateHz, 3);
    }

    [Fact]
    public void ADailyRateIsNotRoundedAway()
    {
        _folder.ClassFolders("timestamp", row => (1_700_000_000 + (row * 86_400L)).ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1 / 86_400.0, _folder.Draft().Dataset.RateHz, 1e-10);
    }

    [Fact]
    public void RowsOfOneSecondAreSpreadAndTheirNumberIsTheRate()
    {
        _folder.ClassFolders("timestamp", row => (1_790_000_000 + ((row + 10) / 50)).ToString(CultureInfo.InvariantCulture));

        var dataset = _folder.Draft().Dataset;

        Assert.Equal(EqualTimes.Spread, dataset.Timestamp!.EqualTimes);
        Assert.Equal(50, dataset.RateHz);
    }

    [Fact]
    public void SwappedRowsAreSortedAndDoNotChangeTheRate()
    {
        int[] order = [0, 1, 2, 3, 5, 4, 6, 7, 8, 9];
        _folder.ClassFolders("time", row => ((row / 10 * 10 + order[row % 10]) / 50.0).ToString("F2", CultureInfo.InvariantCulture));

        var draft = _folder.Draft();

        Assert.True(draft.Dataset.Timestamp!.Sort);
        Assert.Equal(50, draft.Dataset.RateHz);
        Assert.Contains(draft.Sentences, sentence => sentence.Contains("put in the order of time", StringComparison.Ordinal));
    }

    [Fact]
    public void AClockThatWrapsDoesNotShortenTheWindow()
    {
        _folder.ClassFolders("time", row => (((row * 20L) + 4_294_966_000) % 4_294_967_296).ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1, _folder.Draft(new DraftOptions().WithUnit("time", "ms")).Dataset.Window!.Seconds);
    }

    [Fact]
    public void LostSamplesDoNotLowerTheRate()
    {
        _folder.ClassFolders("time", row => (row + (row / 30)).ToString("F1", CultureInfo.InvariantCulture) + "5");

        Assert.Equal(1, _folder.Draft(new DraftOptions().WithUnit("time", "s")).Dataset.RateHz);
    }

    [Fact]
    public void ClocksOfTwoUnitsInOneSetAreRefusedByFile()
    {
        foreach (var (name, step) in new[] { ("walk/s1", 20.0), ("walk/s2", 0.02), ("run/s1", 20.0), ("run/s2", 0.02) })
            _folder.Table($"{name}.csv", "time", row => (row * step).ToString("F2", CultureInfo.InvariantCulture));

        Assert.Contains("their clocks have different units", _folder.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void MinutesAreRefusedAndStepsOfAMinuteAreAskedAbout()
    {
        _folder.ClassFolders("Time (min)", row => (row / 10.0).ToString("F1", CultureInfo.InvariantCulture));
        Assert.Contains("counts minutes or hours", _folder.Refusal(), StringComparison.Ordinal);

        using var slow = new PlainFolder();
        slow.ClassFolders("time", row => (row * 60).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(["--units time=s", "--units time=ms"], slow.Question().Choices.Select(choice => choice.Option));
    }

    [Fact]
    public void ASecondClockIsNoChannel()
    {
        foreach (var name in (string[])["walk/s1.csv", "walk/s2.csv", "run/s1.csv", "run/s2.csv"])
        {
            _folder.Table(
                name, "time", row => (1_790_000_000_000_000_000 + (row * 20_000_000L)).ToString(CultureInfo.InvariantCulture),
                ",seconds_elapsed,sample", row => FormattableString.Invariant($"{row * 0.02:F2},{row}"));
        }

        var draft = _folder.Draft();

        Assert.Equal(("time", "ns"), (draft.Dataset.Timestamp!.Column, draft.Dataset.Timestamp.Unit));
        Assert.Equal(["x", "y"], draft.Dataset.Channels.Select(channel => channel.Name));
        Assert.Contains(
            "left out: 'seconds_elapsed', 'sample', which tells the time or the row again", draft.Sentences);
    }

    [Fact]
    public void AnUnnamedColumnThatRisesIsAskedAboutAndNeverAChannel()
    {
        _folder.ClassFolders("q", row => (row * 20).ToString(CultureInfo.InvariantCulture));

        var question = _folder.Question();

        Assert.Equal("--time q", question.Choices[0].Option);
        Assert.Null(question.Choices[1].Then);
        Assert.Equal("q", _folder.Draft(question.Choices[0].Then).Dataset.Timestamp!.Column);
        var counted = _folder.Draft(new DraftOptions(RateHz: 50)).Dataset;
        Assert.Null(counted.Timestamp);
        Assert.Equal(["x", "y"], counted.Channels.Select(channel => channel.Name));
    }

    [Fact]
    public void MixedRatesAreListedAndTheSlowestIsTaken()
    {
        foreach (var (name, hz) in new[] { ("walk/s1", 50.0), ("walk/s2", 200.0), ("run/s1", 50.0), ("run/s2", 25.0) })
            _folder.Table($"{name}.csv", "time", row => (row / hz).ToString("F4", CultureInfo.InvariantCulture));

        var draft = _folder.Draft();

        Assert.Equal((25.0, ResamplingRule.Filtered), (draft.Dataset.RateHz, draft.Dataset.Resampling));
        Assert.Contains(
            "recordings have different rates: 1 at 25 Hz (run/s2.csv), 2 at 50 Hz (run/s1.csv), 1 at 200 Hz "
                + "(walk/s2.csv)", draft.Sentences);
        Assert.Equal(ResamplingRule.Filtered, _folder.Draft(new DraftOptions(RateHz: 50)).Dataset.Resampling);
    }

    [Fact]
    public void DatesAreReadInTheOrderThatMakesTheRecordingShort()
    {
        _folder.Write("rooms.csv", "Date,Time,temp,people_count\n" + string.Concat(Enumerable.Range(0, 600).Select(row =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{new DateTime(2026, 12, 1).AddMinutes(12 * row):dd-MM-yyyy,HH:mm:ss},{20 + (row * 7 % 13 / 10.0)},{row / 30 % 3}\n"))));

        var draft = _folder.Draft();

        Assert.Equal(
            new DatasetTimestamp("Date", "date-time", "Time", "dd-MM-yyyy HH:mm:ss"), draft.Dataset.Timestamp);
        Assert.Equal(1 / 720.0, draft.Dataset.RateHz, 1e-8);
        Assert.Equal(("people_count", "Date"), (draft.Dataset.LabelColumn, draft.Dataset.GroupColumn));
    }

    [Fact]
    public void WithoutAClockTheRateIsAskedForByName()
    {
        foreach (var name in (string[])["walk/s1.csv", "run/s1.csv"])
            _folder.Write(name, string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * 7 % 5}.5,{row * 3 % 7}.25\n")));

        Assert.EndsWith(
            "no column tells the time; there are c1, c2. Give --rate HZ, the samples a second, or --time COLUMN.",
            _folder.Refusal(),
            StringComparison.Ordinal);
        Assert.Equal(["c1", "c2"], _folder.Draft(new DraftOptions(RateHz: 20)).Dataset.Channels.Select(channel => channel.Name));
    }
}
