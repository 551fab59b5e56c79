namespace EdgeInfer.Trainer.Comparing;

/// <param name="Group">Test group.</param>
/// <param name="First">Accuracy of the first model on its windows, or ROC-AUC of an anomaly task, 0 to 1.</param>
/// <param name="Second">That of the second.</param>
internal sealed record GroupPair(string Group, double First, double Second);
