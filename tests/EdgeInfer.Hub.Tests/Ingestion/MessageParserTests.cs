using System.Text;
using System.Text.Json;
using CsCheck;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Hub.Tests.Ingestion;

public sealed class MessageParserTests
{
    private const string Topic = "edgeinfer/lab/pi5/inference/s13";

    private static readonly byte[] Valid = JsonSerializer.SerializeToUtf8Bytes(Samples.Inference, TelemetryJson.Default.InferenceMessage);

    [Fact]
    public void AValidMessageOfEveryKindIsRead()
    {
        Assert.IsType<Received.Inference>(Read(Topic, Valid));
        Assert.IsType<Received.Info>(
            Read("edgeinfer/lab/pi5/info", JsonSerializer.SerializeToUtf8Bytes(Samples.Info, TelemetryJson.Default.InfoMessage)));
        Assert.IsType<Received.ModelState>(Read(
            "edgeinfer/lab/pi5/model/state",
            JsonSerializer.SerializeToUtf8Bytes(Samples.ModelState, TelemetryJson.Default.ModelStateMessage)));
        Assert.IsType<Received.Telemetry>(Read(
            "edgeinfer/lab/pi5/telemetry", JsonSerializer.SerializeToUtf8Bytes(Samples.Telemetry, TelemetryJson.Default.TelemetryMessage)));
        Assert.IsType<Received.Comparison>(Read(
            "edgeinfer/lab/pi5/comparison/run-1",
            JsonSerializer.SerializeToUtf8Bytes(Samples.Comparison, TelemetryJson.Default.ComparisonMessage)));
        Assert.Equal(new Received.Availability("lab", "pi5", true), Read("edgeinfer/lab/pi5/availability", "online"u8.ToArray()));
        Assert.Equal(new Received.Availability("lab", "pi5", false), Read("edgeinfer/lab/pi5/availability", "offline"u8.ToArray()));
    }

    [Theory]
    [InlineData("edgeinfer/lab/pi5/inference/other", "", "", Rejection.Value)]
    [InlineData("edgeinfer/lab/pi5/unknown", "", "", Rejection.Topic)]
    [InlineData(Topic, "\"schema\":1", "\"schema\":2", Rejection.Schema)]
    [InlineData(Topic, "\"seq\":3", "\"seq\":0", Rejection.Value)]
    [InlineData(Topic, "\"seq\":3", "\"seq\":9007199254740992", Rejection.Value)]
    [InlineData(Topic, "\"seq\":3", "\"seq\":1e99", Rejection.Json)]
    [InlineData(Topic, "\"seq\":3", "\"seq\":3,\"seq\":4", Rejection.Json)]
    [InlineData(Topic, "\"seq\":3,", "", Rejection.Json)]
    [InlineData(Topic, "\"label\":\"walking\"", "\"label\":null", Rejection.Json)]
    [InlineData(Topic, "\"label\":\"walking\"", "\"label\":\"\"", Rejection.Value)]
    [InlineData(Topic, "\"score\":0.875", "\"score\":1e99", Rejection.Value)]
    [InlineData(Topic, "\"score\":0.875", "\"score\":\"NaN\"", Rejection.Json)]
    [InlineData(Topic, "\"segment\":1", "\"segment\":-1", Rejection.Value)]
    [InlineData(Topic, "\"segment\":1,", "", Rejection.Json)]
    [InlineData(Topic, "\"latency_us\":1234.5", "\"latency_us\":-1", Rejection.Value)]
    [InlineData(Topic, "\"scores\":[0.125", "\"scores\":[[[[[[0]]]]]", Rejection.Json)]
    [InlineData(Topic, "\"scores\":[0.125", "\"scores\":[1e400", Rejection.Value)]
    [InlineData(Topic, "{", "", Rejection.Json)]
    public void ABadMessageIsCountedByItsReason(string topic, string part, string replacement, Rejection expected)
    {
        var text = Encoding.UTF8.GetString(Valid);
        var rejections = new RejectionCounts();
        var payload = Encoding.UTF8.GetBytes(part.Length == 0 ? text : text.Replace(part, replacement, StringComparison.Ordinal));
        Assert.False(MessageParser.TryParse(topic, payload, rejections, out _));
        Assert.Equal((1L, 1L), (rejections[expected], rejections.Total));
        Assert.StartsWith(topic, rejections.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void APayloadPastTheLimitIsNotEvenRead()
    {
        var rejections = new RejectionCounts();
        Assert.False(MessageParser.TryParse(Topic, new byte[MessageLimits.MaxPayloadBytes + 1], rejections, out _));
        Assert.Equal(1, rejections[Rejection.Size]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("ONLINE")]
    public void WhatIsNoMessageIsRejectedOnEveryTopic(string payload) => Assert.All(
        (string[])["info", "model/state", "telemetry", "inference/s13", "comparison/run-1", "availability"],
        topic => Assert.False(
            MessageParser.TryParse($"edgeinfer/lab/pi5/{topic}", Encoding.UTF8.GetBytes(payload), new RejectionCounts(), out _)));

    [Fact]
    public void HostileBytesNeverCrash() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte.Array[0, 8], Gen.Int[0, 8]).Sample(
            (at, inserted, removed) =>
            {
                byte[] mutated = [.. Valid[..at], .. inserted, .. Valid[Math.Min(Valid.Length, at + removed)..]];
                var rejections = new RejectionCounts();
                return MessageParser.TryParse(Topic, mutated, rejections, out _) == (rejections.Total == 0);
            },
            seed: "0000KrR0kM42",
            iter: 5_000);

    private static Received Read(string topic, byte[] payload)
    {
        var rejections = new RejectionCounts();
        Assert.True(MessageParser.TryParse(topic, payload, rejections, out var parsed), rejections.Last);
        return parsed.Received;
    }
}
