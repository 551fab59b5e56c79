using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Evaluation.Events;

namespace EdgeInfer.Trainer.Families.Detectors;

/// <summary>One method's result, for the table that sets them side by side.</summary>
internal sealed record TrainedAnomaly(Manifest Manifest, AlarmThreshold Threshold, EventReport Report);
