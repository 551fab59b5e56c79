using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Comparison.Reports;

/// <summary>Two candidates against each other; differences are first - second, in shares of 1.</summary>
/// <param name="First">Name of the first model.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="Endpoint">Figure that is compared, fixed beforehand.</param>
/// <param name="Margin">Largest difference that counts as none, fixed beforehand.</param>
/// <param name="Outcome">What the figures say.</param>
/// <param name="Difference">Mean over groups; null where the models did not see the same windows.</param>
/// <param name="Interval95">95 % interval over groups.</param>
/// <param name="Interval90">90 % interval, which equivalence is judged by at the first look.</param>
/// <param name="MinimumDetectable">Smallest difference that these groups would show with 80 % power; null below six groups.</param>
/// <param name="SignFlipP">Two-sided p-value of the sign-flip test.</param>
/// <param name="Groups">Groups compared.</param>
/// <param name="MoreGroups">How many more would settle it; null where it is settled, or none would.</param>
/// <param name="Look">1 for the first look at this pair, one more for each time that more groups were recorded.</param>
/// <param name="Level">Error that this look may spend, two-sided: 0.05 at the first, less at later ones.</param>
/// <param name="Objection">Why an inconclusive pair is not shown to be equal; null for other outcomes.</param>
/// <param name="Exploratory">True for every pair but the one of the question: looked at beside it, no basis for a verdict.</param>
/// <param name="Sentence">What was found, in plain words.</param>
public sealed record PairSection(
    string First,
    string Second,
    string Endpoint,
    double Margin,
    VerdictOutcome Outcome,
    double? Difference,
    Interval? Interval95,
    Interval? Interval90,
    double? MinimumDetectable,
    double? SignFlipP,
    int Groups,
    GroupRange? MoreGroups,
    int Look,
    double Level,
    string? Objection,
    bool Exploratory,
    string Sentence);
