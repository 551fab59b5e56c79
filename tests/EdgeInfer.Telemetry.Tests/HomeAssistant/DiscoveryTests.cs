using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.HomeAssistant;
using EdgeInfer.Telemetry.Kinds;

namespace EdgeInfer.Telemetry.Tests.HomeAssistant;

public sealed class DiscoveryTests
{
    private static readonly Dictionary<string, DiscoveryComponent> None = [];

    [Fact]
    public void ThePayloadHoldsWhatHomeAssistantRequiresAndNothingThatItRefuses()
    {
        var payload = JsonDocument.Parse(Discovery.Write(DiscoveredSamples.Device, None)).RootElement;

        // Its schema of a device's payload refuses every other key.
        Assert.Equal(["device", "origin", "availability_topic", "components"], Names(payload));
        Assert.Equal(["identifiers", "name", "manufacturer", "model", "sw_version", "serial_number"], Names(payload.GetProperty("device")));
        Assert.Equal(["name", "sw_version"], Names(payload.GetProperty("origin")));
        Assert.Equal("edgeinfer/lab/pi5/availability", payload.GetProperty("availability_topic").GetString());
        Assert.Equal("edgeinfer-lab-pi5", payload.GetProperty("device").GetProperty("identifiers")[0].GetString());
        Assert.All(payload.GetProperty("components").EnumerateObject(), component =>
        {
            Assert.Contains(component.Value.GetProperty("platform").GetString(), (string[])["sensor", "binary_sensor"]);
            Assert.True(component.Value.TryGetProperty("unique_id", out _));
        });
    }

    [Fact]
    public void WhatAnEarlierStartShowedIsRemovedByItsPlatformAlone()
    {
        var earlier = Discovery.Write(DiscoveredSamples.Device with { Streams = ["front", "gone"] }, None);
        var removed = Discovery.RemovalOf(earlier);
        var payload = JsonDocument.Parse(Discovery.Write(DiscoveredSamples.Device, removed)).RootElement.GetProperty("components");

        Assert.Equal("""{"platform":"sensor"}""", payload.GetProperty("label_gone_har-phone-cnn-int8").GetRawText());
        Assert.True(payload.GetProperty("label_front_har-phone-cnn-int8").TryGetProperty("unique_id", out _));
        Assert.DoesNotContain(
            Discovery.RemovalOf(Encoding.UTF8.GetBytes($$"""{"components":{{payload.GetRawText()}}}""")).Keys,
            key => key.Contains("gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"components":[]}""")]
    [InlineData("""{"components":{"a":1}}""")]
    [InlineData("""{"components":{"a":{"unique_id":"x"}}}""")]
    [InlineData("""{"components":{"a":{"unique_id":"x","platform":7}}}""")]
    [InlineData("""{"components":{"a":{"unique_id":"x","platform":"lock"}}}""")]
    [InlineData("""{"components":{"a/b #":{"unique_id":"x","platform":"sensor"}}}""")]
    public void BytesFromAnybodyRemoveNothing(string payload) => Assert.Empty(Discovery.RemovalOf(Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void ManyStreamsBecomeOneEntityAModelAndThatIsSaid()
    {
        var (device, leftOut) = Discovery.Fitting(
            DiscoveredSamples.Device with { Streams = [.. Enumerable.Range(0, 300).Select(i => $"s{i}")] });
        Assert.Empty(device.Streams);
        Assert.Equal("300 streams are more than 8: one label, score and latency a model, over all its streams", leftOut);
    }

    [Fact]
    public void APayloadStaysBelowTheLimitWhateverTheModelsAre()
    {
        string[] labels = [.. Enumerable.Range(0, DiscoveryLimits.MaxOptions).Select(i => $"{i} {new string('x', 200)}")];
        var (device, leftOut) = Discovery.Fitting(DiscoveredSamples.Device with
        {
            Models = [.. Enumerable.Range(0, 20).Select(i => new DiscoveredModel($"model-{i}", labels))],
        });
        Assert.InRange(Discovery.Write(device, None).Length, 1, MessageLimits.MaxPayloadBytes);
        Assert.Equal("too many models and labels: summaries only", leftOut);
        Assert.Null(Discovery.Fitting(DiscoveredSamples.Device).LeftOut);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
