namespace EdgeInfer.Evaluation.Groups;

/// <param name="HeldOut">Group that is tested on and never trained on.</param>
/// <param name="Train">Indices of the windows of all other groups, ascending.</param>
/// <param name="Test">Indices of the held-out group's windows, ascending.</param>
public sealed record GroupFold(string HeldOut, IReadOnlyList<int> Train, IReadOnlyList<int> Test);
