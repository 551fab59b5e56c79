using EdgeInfer.Comparison.Observations;
using EdgeInfer.Telemetry.Messages.Inference;

namespace EdgeInfer.Comparison.Tests.Observations;

public class ObservationTests
{
    private static readonly InferenceMessage Message = new()
    {
        Schema = 1,
        Ts = 1,
        Boot = "boot",
        Seq = 3,
        Stream = "s",
        Window = "s/0",
        StartMs = 0,
        Segment = 2,
        Model = "m",
        ModelSha256 = "a",
        Label = "walk",
        Score = 0.9f,
        LatencyUs = 12,
        FeaturesUs = 4,
        CpuUs = 11,
        Truth = "sit",
        Scores = [0.9f, 0.1f],
    };

    [Fact]
    public void AMessageOfAReplayBecomesAnObservation()
    {
        Assert.True(Observation.TryFrom(Message, out var observation));
        Assert.Equal(new("s", "s/0", "m", "a", "walk", "sit", Message.Scores!, 12, 4, 11, 0, 2, null), observation);
    }

    [Fact]
    public void AMessageFromTheFieldIsNone()
    {
        Assert.False(Observation.TryFrom(Message with { Truth = null }, out _));
        Assert.False(Observation.TryFrom(Message with { Scores = null }, out _));
    }
}
