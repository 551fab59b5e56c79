using EdgeInfer.Evaluation.Groups;

namespace EdgeInfer.Comparison.Reports;

/// <summary>Two candidates against each other; differences are first - second, in shares of 1.</summary>
/// <param name="First">Name of the first model.</param>
/// <param name="Second">Name of the second.</param>
/// <param name="Endpoint">Figure that is compared, fixed beforehand.</param>
/// <param name="Margin">Largest difference that counts as none, fixed beforehand.</param>
/// <param name="Outcome">What the figures say.</param>
/// <param name="Difference">Mean over groups; null where the models did not see the same windows.</param>
/// <param name="Interval95">95 % t interval over groups.</param>
/// <param name="Interval90">90 % t interval, which equivalence is judged by.</param>
/// <param name="MinimumDetectable">Smallest difference that these groups would show with 80 % power.</param>
/// <param name="SignFlipP">Two-sided p-value of the sign-flip test.</param>
/// <param name="Groups">Groups compared.</param>
/// <param name="MoreGroups">How many more would settle it; null where it is settled, or none would.</param>
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
    int? MoreGroups,
    bool Exploratory,
    string Sentence);
