using System.Globalization;
using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tests.Clocks;

public sealed class LocalTimeTests
{
    private readonly LocalTime _madrid = new("Europe/Madrid", "a.csv");

    [Fact]
    public void TheHourThatComesTwiceIsToldByTheRowAtWhichTheClockStepsBack()
    {
        string[] local = ["01:59:00", "02:00:00", "02:59:00", "02:00:00", "02:01:00", "02:59:00", "03:00:00"];
        Assert.Equal(
            ["23:59:00", "00:00:00", "00:59:00", "01:00:00", "01:01:00", "01:59:00", "02:00:00"],
            Utc(local));
    }

    [Fact]
    public void RowsOfAnHourApartMeetTheRepeatedHourTwice() =>
        Assert.Equal(["23:00:00", "00:00:00", "01:00:00", "02:00:00"], Utc(["01:00:00", "02:00:00", "02:00:00", "03:00:00"]));

    [Fact]
    public void ARecordingThatBeginsInTheRepeatedHourAndRunsOnIsOfItsSecondPass() =>
        Assert.Equal(["01:59:58", "01:59:59", "02:00:00", "02:00:01"], Utc(["02:59:58", "02:59:59", "03:00:00", "03:00:01"]));

    [Fact]
    public void ARecordingThatEndsInTheRepeatedHourIsOfItsFirstPass() =>
        Assert.Equal(["23:59:59", "00:00:00", "00:00:01"], Utc(["01:59:59", "02:00:00", "02:00:01"]));

    [Fact]
    public void ALateRowInTheRepeatedHourMovesNoRowByAnHour() =>
        Assert.Equal(
            ["00:10:00", "00:10:02", "00:10:01", "00:10:03"], Utc(["02:10:00", "02:10:02", "02:10:01", "02:10:03"]));

    [Fact]
    public void TheHourThatDoesNotExistIsToldWithItsZone()
    {
        Assert.Contains("does not exist in Europe/Madrid", _madrid.Gap(Time("2026-03-29 02:30:00")), StringComparison.Ordinal);
        Assert.Null(_madrid.Gap(Time("2026-03-29 03:00:00")));
        Assert.Null(_madrid.Gap(Time("2026-03-29 01:59:59")));
    }

    private string[] Utc(string[] local)
    {
        long[] times = [.. local.Select(time => Time($"2026-10-25 {time}"))];
        _madrid.ToUtc(times);
        return [.. times.Select(time => DateTime.UnixEpoch.AddTicks(time / 100).ToString("HH:mm:ss", CultureInfo.InvariantCulture))];
    }

    private static long Time(string text)
    {
        Assert.True(IsoTime.TryParse(text, out var time));
        return time.Nanoseconds;
    }
}
