namespace EdgeInfer.Trainer.Evaluation;

/// <param name="Group">Name of a test group.</param>
/// <param name="Figure">What the task is judged by, 0 to 1.</param>
/// <param name="Windows">Windows of the group.</param>
internal sealed record TestedGroup(string Group, double Figure, long Windows);
