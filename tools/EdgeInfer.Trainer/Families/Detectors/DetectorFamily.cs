namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>A method of <c>train anomaly</c>.</summary>
/// <param name="Name">As options and manifests have it.</param>
/// <param name="IsNetwork">Whether it has an architecture to scale, and trainings that can be resumed.</param>
/// <param name="Create">From its options.</param>
internal sealed record DetectorFamily(string Name, bool IsNetwork, Func<DetectorOptions, IAnomalyTraining> Create);
