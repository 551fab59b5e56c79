using EdgeInfer.Recordings.Layout;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class DatasetFileTests
{
    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "dataset.json: field schema: 2 is not the schema of this version, 1")]
    [InlineData("\"levels\"", "\"My Levels\"", "dataset.json: field name: 'My Levels' is not of lower-case letters, digits and hyphens")]
    [InlineData("\"MIT\"", "\"\"", "dataset.json: field licence: is empty; say 'unknown' where the data states none")]
    [InlineData("\"high\"", "\"low\"", "dataset.json: field labels: 'low' stands 2 times")]
    [InlineData(
        "[{ \"name\": \"v\", \"unit\": \"V\" }]", "[]", "dataset.json: field channels: is empty, but sensor-csv needs at least one")]
    [InlineData("\"name\": \"v\"", "\"name\": \"t\"", "dataset.json: field channels: 't' is the timestamp, label or group column as well")]
    [InlineData("\"rate_hz\": 10", "\"rate_hz\": 0", "dataset.json: field rate_hz: 0 is not above 0 and at most 1e7")]
    [InlineData(
        "\"unit\": \"ms\"",
        "\"unit\": \"min\"",
        "dataset.json: field timestamp.unit: 'min' is not one of s, ms, us, ns, days, iso8601, date-time")]
    [InlineData("\"seconds\": 1", "\"seconds\": 0.05", "dataset.json: field window.seconds: 0.05 s at 10 Hz holds fewer than 2 samples")]
    [InlineData(
        "\"seconds\": 1",
        "\"seconds\": 1e9",
        "dataset.json: field window.seconds: 1000000000 s holds 10000000000 values; the limit is 4194304")]
    [InlineData("\"overlap\": 0.5", "\"overlap\": 1", "dataset.json: field window.overlap: 1 is not from 0 to below 1")]
    [InlineData(
        "\"max_gap_seconds\": 0.25",
        "\"max_gap_seconds\": 0.01",
        "dataset.json: field window.max_gap_seconds: 0.01 s is shorter than one period of 10 Hz")]
    [InlineData(
        "\"by\": \"file\", \"file\": \"split.csv\"",
        "\"by\": \"file\"",
        "dataset.json: field splits[0].file: is missing, but the split is by file")]
    [InlineData(
        "\"by\": \"file\"",
        "\"by\": \"groups\", \"train\": [\"one\"], \"test\": [\"one\"]",
        "dataset.json: field splits[0]: group 'one' stands on both sides")]
    [InlineData(
        "\"rate_hz\": 10",
        "\"rate_hz\": 10, \"envelope\": { \"low_hz\": 1, \"high_hz\": 6, \"orders\": {} }",
        "dataset.json: field envelope.high_hz: 6 is above half the rate, 5")]
    [InlineData("\"licence\"", "\"files\": \"(\", \"licence\"", "dataset.json: field files: '(' is not a regular expression")]
    public void AValueThatMakesNoSenseIsNamedWithItsField(string old, string by, string expected)
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", old, by);
        Assert.Equal(expected, folder.Error());
    }

    [Theory]
    [InlineData("\"rate_hz\": 10", "\"rate_hz\": \"fast\"", "dataset.json:9: field rate_hz: \"fast\"")]
    [InlineData("\"rate_hz\": 10", "\"rate_herz\": 10", "dataset.json:9: field rate_herz")]
    [InlineData("\"sensor-csv\"", "\"sensor\"", "dataset.json:5: field kind: \"sensor\"")]
    [InlineData("\"overlap\": 0.5", "\"overlap\": true", "dataset.json:11: field window.overlap: true")]
    [InlineData("\"licence\": \"MIT\",", "", "dataset.json")]
    [InlineData("\"splits\"", "\"splits\" oops", "dataset.json:12: ")]
    public void AnUnreadableDescriptionIsNamedWithLineAndField(string old, string by, string expectedStart)
    {
        using var folder = new SensorFolder();
        folder.Replace("dataset.json", old, by);
        Assert.StartsWith(expectedStart, folder.Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrittenReadsBackAndIsWrittenTheSameAgain()
    {
        using var folder = new SensorFolder();
        var dataset = DatasetFile.Read(folder.File("dataset.json"));
        var bytes = DatasetFile.Write(dataset);
        Assert.Equal(bytes, DatasetFile.Write(DatasetFile.Parse(bytes, "again")));
        Assert.Equal((byte)'\n', bytes[^1]);
    }
}
