using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>How trainings outlive a stop.</summary>
/// <param name="Folder">Keeps them.</param>
/// <param name="Clock">Is told the time that interrupted runs spent on them; null where nobody asks.</param>
internal sealed record CheckpointPlan(CheckpointFolder Folder, TrainingClock? Clock)
{
    /// <summary>Null where there is no folder.</summary>
    public static CheckpointPlan? In(CheckpointFolder? folder, TrainingClock? clock = null) => folder is null ? null : new(folder, clock);
}
