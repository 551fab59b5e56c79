using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class TableRulesTests
{
    private const string Clock = "\"timestamp\": { \"column\": \"t\", \"unit\": \"ms\" }";
    private const string Channel = "{ \"name\": \"v\", \"unit\": \"V\" }";
    private const string Window = "\"window\": {";
    private const string Segments =
        "\"segments\": { \"file\": \"l.csv\", \"start_column\": \"a\", \"end_column\": \"b\", \"label_column\": \"c\", \"unit\": \"s\" }, ";

    [Theory]
    [InlineData("\"unit\": \"s\", \"zone\": \"UTC\"", "timestamp.zone: 'UTC' is for text, the unit is 's'")]
    [InlineData("\"unit\": \"s\", \"time_column\": \"u\"", "timestamp.time_column: 'u' is for text, the unit is 's'")]
    [InlineData("\"unit\": \"iso8601\", \"time_column\": \"t\"", "timestamp.time_column: is the column of the date as well")]
    [InlineData("\"unit\": \"date-time\"", "timestamp.format: is missing, but the unit is 'date-time'")]
    [InlineData("\"unit\": \"iso8601\", \"format\": \"yyyy\"", "timestamp.format: 'yyyy' is for the unit 'date-time', not 'iso8601'")]
    [InlineData(
        "\"unit\": \"date-time\", \"format\": \"dd-MM-yyyy hh:mm\"",
        "timestamp.format: 'dd-MM-yyyy hh:mm' hh counts to 12 and needs tt (AM or PM); HH counts to 24")]
    [InlineData(
        "\"unit\": \"iso8601\", \"zone\": \"Europe/Madird\"",
        "timestamp.zone: 'Europe/Madird' is not among the time zones of this machine: names are as in Europe/Madrid, and come with the "
        + "package tzdata")]
    [InlineData(
        "\"unit\": \"iso8601\", \"zone\": \"../../etc/passwd\"",
        "timestamp.zone: '../../etc/passwd' is not among the time zones of this machine: names are as in Europe/Madrid, and come with the "
        + "package tzdata")]
    public void AClockThatMakesNoSenseIsRefused(string clock, string expected) =>
        Refused(Clock, $"\"timestamp\": {{ \"column\": \"t\", {clock} }}", expected);

    [Theory]
    [InlineData("\"holes\": { \"rule\": \"hold\" }, ", "holes.limit_seconds: is missing: say up to how many seconds a hole is filled")]
    [InlineData("\"holes\": { \"rule\": \"gap\", \"limit_seconds\": 1 }, ", "holes.limit_seconds: 1 is for 'hold' and 'interpolate'")]
    [InlineData("\"holes\": { \"rule\": \"hold\", \"limit_seconds\": -1 }, ", "holes.limit_seconds: -1 is not above 0")]
    [InlineData(
        "\"long\": { \"name_column\": \"n\", \"value_column\": \"n\" }, ", "long.value_column: 'n' is the name column as well")]
    [InlineData("\"blocks\": 4, ", "blocks: is given, but group_origin is not 'blocks'")]
    [InlineData("\"group_origin\": \"blocks\", ", "blocks: is missing, but group_origin is 'blocks': say into how many each file is cut")]
    [InlineData(
        "\"group_origin\": \"blocks\", \"blocks\": 4, ",
        "splits[0].by: 'file' gives all blocks of a file one side: list blocks by 'groups'")]
    [InlineData(
        Segments + "\"label_column\": \"x\", ", "label_column: 'x' gives labels, and segments do as well: keep one")]
    public void ATableThatMakesNoSenseIsRefused(string member, string expected) => Refused(Window, member + Window, expected);

    [Theory]
    [InlineData(
        "{ \"name\": \"v\", \"unit\": \"V\", \"file\": \"a.csv\" }, { \"name\": \"w\", \"unit\": \"V\" }",
        "channels.file: is given for some channels and missing for others")]
    [InlineData(
        "{ \"name\": \"v\", \"unit\": \"V\", \"file\": \"../a.csv\" }",
        "channels.file: '../a.csv' is not the name of a file in the recording's folder")]
    [InlineData(
        "{ \"name\": \"v\", \"unit\": \"V\" }, { \"name\": \"w\", \"column\": \"v\", \"unit\": \"V\" }",
        "channels: column 'v' is given 2 times")]
    public void ChannelsThatMakeNoSenseAreRefused(string channels, string expected) => Refused(Channel, channels, expected);

    [Fact]
    public void FilteringNeedsTimestamps() =>
        Refused(
            Clock,
            "\"resampling\": \"filtered\"",
            "resampling: 'filtered' is for recordings faster than rate_hz, but without a timestamp all are at rate_hz");

    [Fact]
    public void PicturesHaveNoTables()
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", "\"sensor-csv\"", "\"images\", \"holes\": { \"rule\": \"gap\" }");
        folder.Replace("dataset.json", $"\"channels\": [{Channel}],", "\"frame\": { \"width\": 4, \"height\": 4, \"colour\": \"gray\" },");
        folder.Replace("dataset.json", Clock + ",", "");
        folder.Replace("dataset.json", "\"window\": { \"seconds\": 1, \"overlap\": 0.5, \"max_gap_seconds\": 0.25 },", "");
        Assert.Equal("dataset.json: field holes: is for recordings of kind 'sensor-csv'", folder.Error());
    }

    private static void Refused(string old, string by, string expected)
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", old, by);
        Assert.Equal($"dataset.json: field {expected}", folder.Error());
    }
}
