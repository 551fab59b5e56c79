using EdgeInfer.Comparison.Observations;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.ModelState;

namespace EdgeInfer.Comparison.Tests.Observations;

public class ObservationTests
{
    private static readonly InferenceMessage Message = new()
    {
        Schema = 1,
        Ts = 1,
        TsSynced = true,
        MonoMs = 1,
        Boot = "boot",
        Seq = 3,
        Stream = "s",
        Window = "s/0",
        StartMs = 0,
        Segment = 2,
        Model = "m",
        Label = "walk",
        Score = 0.9f,
        LatencyUs = 12,
        FeaturesUs = 4,
        CpuUs = 11,
        Truth = "sit",
        Scores = [0.9f, 0.1f],
    };

    private static readonly ModelStateMessage State = new()
    {
        Schema = 1, Ts = 1, TsSynced = true, MonoMs = 1, Boot = "boot", Seq = 2, Models = ["m", "n"], ModelSha256 = ["a", "b"],
    };

    [Fact]
    public void AMessageOfAReplayBecomesAnObservation()
    {
        Assert.True(Observation.TryFrom(Message, "a", out var observation));
        Assert.Equal(new("s", "s/0", "m", "a", "walk", "sit", Message.Scores!, 12, 4, 11, 0, 2, null), observation);
    }

    [Fact]
    public void TheRecordingIsThatOfTheWindowWhateverTheTopicCallsTheStream()
    {
        var message = Message with { Stream = "s01_walk_csv_bea0e351", Window = "s01/walk.csv/0" };
        Assert.True(Observation.TryFrom(message, "a", out var observation));
        Assert.Equal("s01/walk.csv", observation.Stream);
    }

    [Fact]
    public void AnAnswersModelIsTheOneThatTheDeviceNamedInTheSameBoot()
    {
        var run = new CollectedRun(["m", "n"]);
        run.Add(State with { Boot = "before" });
        run.Add(Message);
        run.Add(State);
        run.Add(Message with { Seq = 4 });
        run.Add(Message with { Seq = 5, Model = "n" });
        Assert.Equal(["", "a", "b"], run.Observations.Select(observation => observation.ModelSha256));
    }

    [Fact]
    public void AMessageFromTheFieldIsNone()
    {
        Assert.False(Observation.TryFrom(Message with { Truth = null }, "a", out _));
        Assert.False(Observation.TryFrom(Message with { Scores = null }, "a", out _));
    }
}
