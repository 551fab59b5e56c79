namespace EdgeInfer.Datasets.Questions;

/// <summary>One possible reading of a folder.</summary>
/// <param name="Reading">In words.</param>
/// <param name="Option">The option that decides for it, as a user types it.</param>
/// <param name="Then">The options with that decision; null where the user must name a value that nobody can propose.</param>
public sealed record DraftChoice(string Reading, string Option, DraftOptions? Then);
