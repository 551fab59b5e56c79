using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>What the clock of each recording says.</summary>
internal static class ClockRates
{
    /// <summary>Samples a second of each recording; NaN where its clock does not rise.</summary>
    /// <param name="directory">Folder of the data set.</param>
    /// <param name="survey">Of the tables.</param>
    /// <param name="clock">Read again where it is text.</param>
    /// <param name="severalRowsASample">True for long tables, whose rows of one time are one sample.</param>
    public static IReadOnlyList<double> Of(string directory, TableSurvey survey, DatasetTimestamp clock, bool severalRowsASample)
    {
        var seconds = SecondsOfATick(clock);
        return [.. Walks(directory, survey, clock).Select(file => 1 / ((severalRowsASample ? file.MedianRise : file.Step) * seconds))];
    }

    private static double SecondsOfATick(DatasetTimestamp clock) => IsText(clock) ? 1e-9 : TimeUnits.SecondsOf(clock.Unit);

    private static bool IsText(DatasetTimestamp clock) => clock.Unit is "iso8601" or "date-time";

    private static IReadOnlyList<FileColumn> Walks(string directory, TableSurvey survey, DatasetTimestamp clock) => IsText(clock)
        ? [.. survey.Paths.Select(path => Walk(Path.Combine(directory, path), clock))]
        : survey.Columns.First(column => column.Name == clock.Column).Files;

    private static FileColumn Walk(string path, DatasetTimestamp clock)
    {
        using var csv = CsvFile.Open(path);
        var (time, walk) = (clock.Open(csv), new ColumnWalk());
        var (times, lines) = (new List<long>(), new List<int>());
        while (csv.Read())
        {
            times.Add(time.Read(csv));
            lines.Add(csv.Line);
        }

        long[] settled = [.. times];
        time.Settle(settled, [.. lines]);
        foreach (var now in settled)
            walk.Add(now - settled[0]);
        return walk.End();
    }
}
