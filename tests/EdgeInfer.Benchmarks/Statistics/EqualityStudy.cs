using EdgeInfer.Evaluation.Groups;
using EdgeInfer.Evaluation.Verdicts;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>
/// How often models that differ by more than the margin are called equal, and how often int8 that loses more passes the gate.
/// </summary>
internal static class EqualityStudy
{
    public const double Margin = 0.01;

    public static readonly int[] Groups = [2, 3, 5, 6, 10, 17, 30];

    public static readonly int[] Windows = [5, 10, 20, 50, 100];

    /// <summary>From so many windows on the groups that were seen are believed: a tenth is then missed as often as chance has it.</summary>
    private static readonly int[] ManyWindows = [150, 200, 500];

    public static IEnumerable<StudyRow> Run(int runs, IReadOnlyList<PairTruth> truths) =>
    [
        .. from truth in truths
           from groups in Groups
           from windows in Windows
           from row in Cell(truth, groups, windows, runs, mostEqual: 0.05, mostPassed: 0.025)
           select row,
        .. from truth in truths
           where truth.Changed is not null
           from groups in Groups
           from windows in ManyWindows
           let missed = Math.Pow(1 - truth.FailingShare, groups)
           from row in Cell(truth, groups, windows, runs, missed, missed)
           select row,
    ];

    private static StudyRow[] Cell(PairTruth truth, int groups, int windows, int runs, double mostEqual, double mostPassed)
    {
        var random = new Random(groups * 1000 + windows);
        var (equalBefore, equal, passedBefore, passed) = (0, 0, 0, 0);
        var gate = new MarginGate(Margin, "accuracy", networks: 1);
        for (var run = 0; run < runs; run++)
        {
            var difference = truth.Draw(random, groups, windows);
            equalBefore += FormerRules.Equal(difference.Values, Margin) ? 1 : 0;
            equal += IsEqual(difference, Margin) ? 1 : 0;
            var loss = Reversed(difference);
            passedBefore += FormerRules.Passes(loss.Values, Margin) ? 1 : 0;
            passed += gate.Judge(loss).Passes ? 1 : 0;
        }

        return
        [
            new("equivalent", truth.Name, groups, windows, (double)equalBefore / runs, (double)equal / runs, (0, mostEqual), runs),
            new("gate passed", truth.Name, groups, windows, (double)passedBefore / runs, (double)passed / runs, (0, mostPassed), runs),
        ];
    }

    // Where nothing is to be equal, the sign-flip test and the number of further groups are not asked.
    public static bool IsEqual(PairedDifference difference, double margin) =>
        EquivalenceTest.Objection(difference, margin, LookPlan.Level(1)) is null;

    private static PairedDifference Reversed(PairedDifference difference) => PairedDifference.Of(
        [.. difference.Values.Select(value => -value)], new double[difference.Groups], difference.Windows);
}
