using EdgeInfer.Core.Decisions;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>How scores become events, whatever the threshold.</summary>
internal static class AlarmRule
{
    /// <summary>Two of three windows: one knock is no event, and an event is found a window after its first.</summary>
    public const int K = 2;
    public const int N = 3;

    /// <summary>Share of the threshold that a score must fall below it before an event closes.</summary>
    private const double HysteresisShare = 0.1;

    public static DecisionRule At(double threshold) => new(threshold, K, N, HysteresisShare * threshold);
}
