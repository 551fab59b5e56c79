namespace EdgeInfer.Evaluation.Verdicts;

/// <summary>How many more groups settle a comparison.</summary>
/// <param name="Low">With even chances.</param>
/// <param name="High">In 80 % of cases.</param>
public readonly record struct GroupRange(int Low, int High);
