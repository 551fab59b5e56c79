using System.Text;
using CsCheck;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Kinds;

public sealed class MessageCatalogueTests
{
    private const string Topic = "edgeinfer/lab/pi5/inference/s13";

    private static readonly byte[] Valid = InferenceMessage.Kind.Encode(Samples.Inference);

    [Fact]
    public void AValidMessageOfEveryKindIsRead()
    {
        AssertRead("inference/s13", Samples.Inference);
        AssertRead("info", Samples.Info);
        AssertRead("model/state", Samples.ModelState);
        AssertRead("telemetry", Samples.Health);
        AssertRead("summary/run-1/har-phone-fasttree", Samples.Summary);
        AssertRead("availability", new AvailabilityMessage(Online: true));
        AssertRead("availability", new AvailabilityMessage(Online: false));
    }

    [Theory]
    [InlineData("edgeinfer/lab/pi5/inference/other", "", "", Rejection.Value)]
    [InlineData("edgeinfer/lab/pi5/info", "", "", Rejection.Json)]
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
        var payload = Encoding.UTF8.GetBytes(part.Length == 0 ? text : text.Replace(part, replacement, StringComparison.Ordinal));
        Assert.False(DeviceMessages.All.TryRead(topic, payload, out _, out var rejected));
        Assert.Equal(expected, rejected.Reason);
        Assert.StartsWith(topic, rejected.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void APayloadPastTheLimitIsNotEvenRead()
    {
        Assert.False(DeviceMessages.All.TryRead(Topic, new byte[MessageLimits.MaxPayloadBytes + 1], out _, out var rejected));
        Assert.Equal(Rejection.Size, rejected.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("ONLINE")]
    public void WhatIsNoMessageIsRejectedOnEveryTopic(string payload) => Assert.All(
        (string[])["info", "model/state", "telemetry", "inference/s13", "summary/run-1/tree", "availability"],
        topic => Assert.False(
            DeviceMessages.All.TryRead($"edgeinfer/lab/pi5/{topic}", Encoding.UTF8.GetBytes(payload), out _, out _)));

    [Fact]
    public void HostileBytesNeverCrash() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte.Array[0, 8], Gen.Int[0, 8]).Sample(
            (at, inserted, removed) =>
            {
                byte[] mutated = [.. Valid[..at], .. inserted, .. Valid[Math.Min(Valid.Length, at + removed)..]];
                return DeviceMessages.All.TryRead(Topic, mutated, out var received, out var rejected)
                    ? received is Received<InferenceMessage>
                    : rejected.Detail.Length > 0;
            },
            seed: "0000KrR0kM42",
            iter: 5_000);

    private static void AssertRead<T>(string topic, T message)
        where T : class, IMessage<T>
    {
        Assert.True(
            DeviceMessages.All.TryRead($"edgeinfer/lab/pi5/{topic}", T.Kind.Encode(message), out var received, out var rejected),
            rejected?.Detail);
        Assert.Equivalent(new Received<T>("lab", "pi5", message), received, strict: true);
    }
}
