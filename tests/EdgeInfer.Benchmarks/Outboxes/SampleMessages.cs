using System.Globalization;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>Messages like those of a device that runs a tree model on a phone's accelerometer.</summary>
internal static class SampleMessages
{
    private const long HopNanoseconds = 1_280_000_000;

    private static readonly long Started = TimeProvider.System.GetTimestamp();

    public static long StartOf(int number) => number * HopNanoseconds;

    public static StampedTime Now() => new(
        TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        Synced: true,
        (long)TimeProvider.System.GetElapsedTime(Started).TotalMilliseconds);

    public static InferenceMessage Of(string boot, SampleSlot slot, long seq) =>
        Of(boot, slot.Window.StartNanoseconds, slot.Answer.LatencyUs, slot.Given, seq);

    public static InferenceMessage Of(string boot, int number, long seq) =>
        Of(boot, StartOf(number), 412.3 + number % 100, Now(), seq);

    private static InferenceMessage Of(string boot, long start, double latencyUs, StampedTime given, long seq) => new()
    {
        Schema = MessageSchema.Version,
        Ts = given.Ts,
        TsSynced = given.Synced,
        MonoMs = given.MonoMs,
        Boot = boot,
        Seq = seq,
        Stream = "phone",
        Window = string.Create(CultureInfo.InvariantCulture, $"phone/{start}"),
        StartMs = start / 1_000_000,
        Segment = 0,
        Model = "har-fasttree",
        Label = "walking",
        Score = 0.8312f,
        Decision = "walking",
        LatencyUs = latencyUs,
        FeaturesUs = 131.7,
        CpuUs = 98.1,
    };
}
