namespace EdgeInfer.Evaluation.Classification;

/// <summary>One model's answer to one window, beside the truth.</summary>
/// <param name="Group">Subject, machine or session that the window belongs to.</param>
/// <param name="Truth">Index of the true label.</param>
/// <param name="Label">Index of the predicted label.</param>
/// <param name="Scores">Probability of every label, in order.</param>
public sealed record Prediction(string Group, int Truth, int Label, float[] Scores);
