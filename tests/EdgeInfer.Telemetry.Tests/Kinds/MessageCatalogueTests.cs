using System.Text;
using CsCheck;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages;
using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;
using EdgeInfer.Telemetry.Rules;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Kinds;

public sealed class MessageCatalogueTests
{
    private const string Topic = "edgeinfer/lab/pi5/inference/s13/har-phone-cnn-int8";

    private static readonly byte[] Valid = InferenceMessage.Kind.Encode(Samples.Inference);

    [Fact]
    public void EveryKindHasASample() => Assert.Equal(
        DeviceMessages.All.Kinds.Select(kind => kind.Name), Samples.OfEveryKind.Select(sample => sample.Kind));

    [Theory]
    [MemberData(nameof(EveryKindTests.Names), MemberType = typeof(EveryKindTests))]
    public void AValidMessageOfEveryKindIsRead(string kind) => AssertRead(Of(kind));

    [Fact]
    public void AFarewellIsRead() => AssertRead(Sample.Of(new AvailabilityMessage(Online: false)));

    [Theory]
    [InlineData("edgeinfer/lab/pi5/inference/other/har-phone-cnn-int8", "", "", Rejection.Value)]
    [InlineData("edgeinfer/lab/pi5/inference/s13/other", "", "", Rejection.Value)]
    [InlineData(Topic, "\"ts\":1790000000126", "\"ts\":-1", Rejection.Value)]
    [InlineData(Topic, "\"mono_ms\":126", "\"mono_ms\":-1", Rejection.Value)]
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

    [Theory]
    [InlineData("[null,\"har-phone-cnn-int8\"]", "null")]
    [InlineData("[\"har-phone-fasttree\",\"\"]", "0")]
    public void AListThatHoldsNoTextIsRejected(string models, string seen)
    {
        var text = Encoding.UTF8.GetString(ModelStateMessage.Kind.Encode(Samples.ModelState));
        var payload = text.Replace("[\"har-phone-fasttree\",\"har-phone-cnn-int8\"]", models, StringComparison.Ordinal);
        Assert.NotEqual(text, payload);
        Assert.False(DeviceMessages.All.TryRead(
            "edgeinfer/lab/pi5/model/state", Encoding.UTF8.GetBytes(payload), out _, out var rejected));
        Assert.Equal(Rejection.Value, rejected.Reason);
        Assert.Contains($"models is {seen}", rejected.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\"harmless\"]")]
    [InlineData("[\"leaky\",\"leaky\"]")]
    [InlineData("[\"Leaky\"]")]
    [InlineData("[null]")]
    public void AMarkThatNobodyKnowsIsRejectedAndNotPassedOver(string marks)
    {
        var text = Encoding.UTF8.GetString(SummaryMessage.Kind.Encode(Samples.Summary));
        var payload = text.Replace("[\"quick\",\"leaky\"]", marks, StringComparison.Ordinal);
        Assert.NotEqual(text, payload);
        Assert.False(DeviceMessages.All.TryRead(
            "edgeinfer/lab/pi5/summary/run-1/har-phone-fasttree", Encoding.UTF8.GetBytes(payload), out _, out var rejected));
        Assert.Equal(Rejection.Value, rejected.Reason);
        Assert.Contains("marks is not each once of simulated, quick, leaky, origin unknown", rejected.Detail, StringComparison.Ordinal);
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
        DeviceMessages.All.Kinds,
        kind => Assert.False(DeviceMessages.All.TryRead(Of(kind.Name).Topic, Encoding.UTF8.GetBytes(payload), out _, out _)));

    [Theory]
    [MemberData(nameof(EveryKindTests.Names), MemberType = typeof(EveryKindTests))]
    public void HostileBytesNeverCrash(string kind)
    {
        var sample = Of(kind);
        var valid = sample.Payload;
        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte.Array[0, 8], Gen.Int[0, 8]).Sample(
            (at, inserted, removed) =>
            {
                byte[] mutated = [.. valid[..at], .. inserted, .. valid[Math.Min(valid.Length, at + removed)..]];
                return DeviceMessages.All.TryRead(sample.Topic, mutated, out var received, out var rejected)
                    ? received.GetType() == sample.Received.GetType()
                    : rejected.Detail.Length > 0;
            },
            seed: "0000KrR0kM42",
            iter: 5_000);
    }

    private static Sample Of(string kind) => Samples.OfEveryKind.Single(sample => sample.Kind == kind);

    private static void AssertRead(Sample sample)
    {
        Assert.True(
            DeviceMessages.All.TryRead(sample.Topic, sample.Payload, out var received, out var rejected), rejected?.Detail);
        Assert.Equivalent(sample.Received, received, strict: true);
    }
}
