using EdgeInfer.Telemetry.Messages.Availability;
using EdgeInfer.Telemetry.Messages.Clock;
using EdgeInfer.Telemetry.Messages.Gap;
using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Tests.Support.Messages;

/// <summary>One message of each kind with every field set, so that a snapshot shows them all.</summary>
public static class Samples
{
    public static AvailabilityMessage Availability { get; } = new(Online: true);

    public static InfoMessage Info { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_123,
        TsSynced = true,
        MonoMs = 123,
        Boot = "b007",
        Seq = 1,
        Version = "0.1.0",
        Host = "aot",
        Machine = "Raspberry Pi 5",
        Os = "Debian 12",
        Cores = 4,
        Processor = "Cortex-A76",
        Architecture = "arm64",
        Board = "Raspberry Pi 5 Model B",
        MemoryBytes = 8_000_000_000,
    };

    public static ModelStateMessage ModelState { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_124,
        TsSynced = true,
        MonoMs = 124,
        Boot = "b007",
        Seq = 2,
        Models = ["har-phone-fasttree", "har-phone-cnn-int8"],
        ModelSha256 = ["aa11", "bb22"],
        Marks = ["quick", "leaky"],
    };

    public static HealthMessage Health { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_125,
        TsSynced = true,
        MonoMs = 125,
        Boot = "b007",
        UptimeS = 12.5,
        Windows = 1_000,
        WindowsPerS = 49.75,
        CpuS = 3.25,
        ResidentBytes = 37_000_000,
        OutboxDepth = 17,
        OutboxBytes = 7_000,
        OutboxDropped = 3,
        OutboxRefused = 2,
        DiskFailures = 1,
        Reconnects = 4,
        IdConflicts = 5,
        CommandsDone = 5,
        CommandsRefused = 6,
        CommandsFailed = 7,
        Marks = ["quick"],
    };

    public static InferenceMessage Inference { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_126,
        TsSynced = true,
        MonoMs = 126,
        Boot = "b007",
        Seq = 3,
        Stream = "s13",
        Window = "s13/2560000000",
        StartMs = 2_560,
        Segment = 1,
        Model = "har-phone-cnn-int8",
        Label = "walking",
        Score = 0.875f,
        Decision = "walking",
        LatencyUs = 1_234.5,
        FeaturesUs = 56.5,
        CpuUs = 1_100,
        Truth = "walking",
        Scores = [0.125f, 0.875f],
        Marks = ["leaky"],
    };

    public static SummaryMessage Summary { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_127,
        TsSynced = true,
        MonoMs = 127,
        Boot = "b007",
        Seq = 4,
        Run = "run-1",
        Model = "har-phone-fasttree",
        ModelSha256 = "aa11",
        Host = "jit",
        Models = 2,
        Windows = 1_000,
        Labelled = 990,
        Correct = 900,
        AmbiguousWindows = 10,
        NonFiniteWindows = 4,
        Gaps = 1,
        LatencyP50Us = 101.5,
        LatencyP99Us = 402.3,
        LatencyP99LowUs = 380.5,
        LatencyP99HighUs = 451.8,
        FeaturesP50Us = 88.5,
        CpuUs = 95.8,
        Marks = ["quick", "leaky"],
    };

    public static GapMessage Gap { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_129,
        TsSynced = true,
        MonoMs = 6,
        Boot = "b007",
        Seq = 6,
        LostBoot = "b006",
        FirstSeq = 17,
        LastSeq = 19,
        Reason = "size",
    };

    public static ClockMessage Clock { get; } = new()
    {
        Schema = 1,
        Ts = 1_790_000_000_128,
        TsSynced = true,
        MonoMs = 128,
        Boot = "b007",
        Seq = 5,
        OffsetMs = 315_532_800_000,
    };

    /// <summary>One a kind; last, because it is made of those above.</summary>
    public static IReadOnlyList<Sample> OfEveryKind { get; } =
    [
        Sample.Of(Availability),
        Sample.Of(Info),
        Sample.Of(ModelState),
        Sample.Of(Health),
        Sample.Of(Inference),
        Sample.Of(Summary),
        Sample.Of(Clock),
        Sample.Of(Gap),
    ];
}
