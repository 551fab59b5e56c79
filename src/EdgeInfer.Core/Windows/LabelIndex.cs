namespace EdgeInfer.Core.Windows;

/// <summary>Reserved values beside the indices into a task's labels.</summary>
public static class LabelIndex
{
    /// <summary>The sample or window carries no truth, as on a live sensor.</summary>
    public const int Unlabelled = -1;

    /// <summary>No label holds at least half of the window; such windows are dropped and counted.</summary>
    public const int Ambiguous = -2;
}
