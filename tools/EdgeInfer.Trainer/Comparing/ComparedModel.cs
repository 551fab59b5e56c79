using EdgeInfer.Measurement.Events;
using EdgeInfer.Measurement.Groups;
using EdgeInfer.Measurement.Latency;

namespace EdgeInfer.Trainer.Comparing;

/// <param name="Name">Name of the bundle.</param>
/// <param name="ModelSha256">Hash of its model file.</param>
/// <param name="Accuracy">Mean over test groups; null for anomaly tasks.</param>
/// <param name="Events">Of an anomaly task, ROC-AUC of windows among them; null for others.</param>
/// <param name="ModelBytes">Size of the model file.</param>
/// <param name="Latency">Time over that of the first model.</param>
internal sealed record ComparedModel(
    string Name, string ModelSha256, GroupEstimate? Accuracy, EventReport? Events, long ModelBytes, LatencyRatio Latency);
