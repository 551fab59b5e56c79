using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Benchmarks.Statistics;

/// <summary>The verb <c>statistics</c>: how often the rules of verdicts, gates and intervals are right, on data of known truth.</summary>
internal static class StatisticsCommand
{
    private static readonly Dictionary<string, Func<int, IEnumerable<StudyRow>>> Studies = new()
    {
        ["equality"] = runs => EqualityStudy.Run(runs, PairTruth.Different),
        ["reach"] = ReachStudy.Run,
        ["interval"] = IntervalStudy.Run,
        ["power"] = PowerStudy.Run,
        ["looks"] = LookStudy.Run,
        ["alarms"] = AlarmStudy.Run,
    };

    public static Command Create()
    {
        var study = new Argument<string[]>("STUDY")
        {
            Description = $"{string.Join(", ", Studies.Keys)}; all where left out",
            Arity = ArgumentArity.ZeroOrMore,
        };
        study.AcceptOnlyFromAmong([.. Studies.Keys]);
        var runs = new Option<int>("--runs") { Description = "simulated runs a cell", HelpName = "N", DefaultValueFactory = _ => 2000 };
        var command = new Command("statistics", "Simulates data of known truth: verdicts, gates and intervals, before and now")
        {
            study, runs,
        };
        command.SetAction(arguments => Run(arguments.GetValue(study) ?? [], arguments.GetValue(runs)));
        return command;
    }

    private static void Run(string[] chosen, int runs)
    {
        if (runs < 1)
            throw new InvalidInputException("--runs", string.Create(CultureInfo.InvariantCulture, $"{runs} is below 1"));
        Console.WriteLine($"{runs} runs a cell; shares in per cent, by the rules of d22f453 and now");
        foreach (var row in Studies.Where(study => chosen.Length == 0 || chosen.Contains(study.Key)).SelectMany(study => study.Value(runs)))
            Console.WriteLine(Line(row));
    }

    private static string Line(StudyRow row)
    {
        var before = row.Before is { } share ? Percent(share) : "     ";
        var windows = row.Windows is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count,4}") : "   –";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Study,-27} {row.Truth,-42} {row.Groups,3} groups {windows} windows  {before} {Percent(row.Now)}  ")
            + $"{Percent(row.Limits.Low)} to {Percent(row.Limits.High)}{(row.Holds ? "" : "  MISSED")}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100,5:0.0}");
}
