namespace EdgeInfer.Trainer.Comparing;

/// <param name="Group">Test group.</param>
/// <param name="First">Accuracy of the first model on its windows, 0 to 1.</param>
/// <param name="Second">Accuracy of the second.</param>
internal sealed record GroupPair(string Group, double First, double Second);
