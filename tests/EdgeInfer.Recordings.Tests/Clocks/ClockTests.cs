using EdgeInfer.Recordings.Tests.Tables;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Clocks;

public sealed class ClockTests
{
    [Theory]
    [InlineData("s", "1790000000.123456789", 1_790_000_000_123_456_789)]
    [InlineData("ms", "1.5", 1_500_000)]
    [InlineData("us", "0.0004", 0)]
    [InlineData("ns", "260000000000001", 260_000_000_000_001)]
    [InlineData("days", "25569.5", 43_200_000_000_000)]
    [InlineData("days", "45292.000011574074", 1_704_067_200_999_999_994)]
    [InlineData("iso8601", "2026-03-29T01:59:59.000000001+01:00", 1_774_745_999_000_000_001)]
    public void EveryUnitIsReadToTheNanosecond(string unit, string text, long nanoseconds)
    {
        using var folder = new SensorFolder();
        folder.Timestamp($"{{ \"column\": \"t\", \"unit\": \"{unit}\" }}");
        folder.Write("a.csv", $"t,v\n{text},1\n");
        Assert.Equal(nanoseconds, folder.Samples().TimeNanoseconds(0));
    }

    [Fact]
    public void DateAndTimeInTwoColumnsAreOneClock()
    {
        using var folder = new SensorFolder();
        folder.Timestamp(
            """{ "column": "Date", "time_column": "Time", "unit": "date-time", "format": "dd-MM-yyyy HH:mm:ss" }""");
        folder.Write("a.csv", "Date,Time,v\n01-01-1970,23:59:59,1\n02-01-1970,00:00:00,2\n");
        Assert.Equal([86_399.0, 86_400.0], folder.Samples().Seconds());

        folder.Write("a.csv", "Date,Time,v\n01-01-1970,23:59:59,1\n02-01-1970,,2\n");
        Assert.Equal("a.csv:3: column 'Time': is empty", folder.SampleError());
        folder.Write("a.csv", "Date,Time,v\n1970-01-01,23:59:59,1\n");
        Assert.Equal("a.csv:2: column 'Date': '1970-01-01 23:59:59' is not of the format 'dd-MM-yyyy HH:mm:ss'", folder.SampleError());
    }

    [Fact]
    public void AJumpOfAnHourInTheNightIsRefusedUntilAZoneIsGiven()
    {
        const string forward = "t,v\n2026-03-29 01:59:59,1\n2026-03-29 03:00:00,2\n2026-03-29 03:00:01,3\n2026-03-29 03:00:02,3\n";
        using var folder = new SensorFolder();
        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"iso8601\" }");
        folder.Write("a.csv", forward);
        Assert.Equal(
            "a.csv:3: the clock jumps from 2026-03-29 01:59:59.000 to 2026-03-29 03:00:00.000, as where daylight saving begins or ends: "
            + "give the time zone, as timestamp.zone or init's --zone (for example Europe/Madrid), or 'UTC' where the clock has no "
            + "daylight "
            + "saving",
            folder.SampleError());
        folder.Write("a.csv", "t,v\n2026-10-25 02:59:59,1\n2026-10-25 02:00:00,2\n2026-10-25 02:00:01,3\n2026-10-25 02:00:02,3\n");
        Assert.StartsWith("a.csv:3: the clock jumps from 2026-10-25 02:59:59.000", folder.SampleError(), StringComparison.Ordinal);

        folder.Write("a.csv", forward);
        folder.Replace("dataset.json", "\"iso8601\"", "\"iso8601\", \"zone\": \"Europe/Madrid\"");
        Assert.Equal([1.0, 1.0, 1.0], Steps(folder));
        folder.Replace("dataset.json", "Europe/Madrid", "UTC");
        Assert.Equal([3601.0, 1.0, 1.0], Steps(folder));
        folder.Replace("dataset.json", "UTC", "Africa/Cairo");
        Assert.Equal([3601.0, 1.0, 1.0], Steps(folder));
    }

    [Fact]
    public void AGapOfAnHourByDayIsNoJump()
    {
        using var folder = new SensorFolder();
        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"iso8601\" }");
        folder.Write("a.csv", "t,v\n2026-03-29 11:59:59,1\n2026-03-29 13:00:00,2\n2026-03-29 13:00:01,3\n");
        Assert.Equal([3601.0, 1.0], Steps(folder));
    }

    [Fact]
    public void RowsThatStateTheirOffsetDoNotMixWithRowsThatDoNotAndTakeNoZone()
    {
        using var folder = new SensorFolder();
        folder.Timestamp("{ \"column\": \"t\", \"unit\": \"iso8601\" }");
        folder.Write("a.csv", "t,v\n2026-03-29 01:00:00Z,1\n2026-03-29 01:00:01,2\n");
        Assert.Equal(
            "a.csv:3: column 't': '2026-03-29 01:00:01' states no offset from UTC, but the rows before do", folder.SampleError());
        folder.Replace("dataset.json", "\"iso8601\"", "\"iso8601\", \"zone\": \"Europe/Madrid\"");
        Assert.Equal(
            "a.csv:2: column 't': '2026-03-29 01:00:00Z' states its offset from UTC: leave timestamp.zone 'Europe/Madrid' out",
            folder.SampleError());
        folder.Write("a.csv", "t,v\n2026-03-29 02:30:00,1\n");
        Assert.StartsWith(
            "a.csv:2: column 't': '2026-03-29 02:30:00' does not exist in Europe/Madrid", folder.SampleError(), StringComparison.Ordinal);
    }

    private static double[] Steps(SensorFolder folder)
    {
        var seconds = folder.Samples().Seconds();
        return [.. seconds.Skip(1).Zip(seconds, (after, before) => after - before)];
    }
}
