using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>Reads the columns that a task needs from one CSV file.</summary>
internal sealed class SampleTableReader(Dataset dataset)
{
    /// <summary>A file with more problems than this is wrong as a whole; the rest would only hide the other files.</summary>
    private const int MaxProblemsInFile = 20;

    private readonly LabelTexts _labels = new(dataset);

    /// <summary>Where problems are gathered, the values of a file that has some are not to be used.</summary>
    public SampleTable Read(string path, Problems problems)
    {
        using var csv = CsvFile.Open(path);
        ScaledColumn[] channels = [.. dataset.Channels.Select(channel => new ScaledColumn(csv.Column(channel.Name), channel.Scale))];
        var clock = dataset.Timestamp is { } time ? new TimeColumn(csv.Column(time.Column), time.Unit) : null;
        int? truth = dataset.LabelColumn is { } column ? csv.Column(column) : null;
        int? group = dataset.GroupColumn is { } groupColumn ? csv.Column(groupColumn) : null;
        var numeric = dataset.Task == TaskKind.Regression;

        var values = new List<float>();
        var times = clock is null ? null : new List<long>();
        var labels = truth is null || numeric ? null : new List<int>();
        var targets = truth is null || !numeric ? null : new List<double>();
        var runs = group is null ? null : new GroupRuns();
        var (rows, wrong) = (0, 0);
        for (; csv.Read(); rows++)
        {
            try
            {
                runs?.Add(csv, group!.Value);
                foreach (var channel in channels)
                    values.Add(channel.Read(csv));
                times?.Add(clock!.Nanoseconds(csv));
                labels?.Add(_labels.Find(csv, truth!.Value));
                targets?.Add(csv.Double(truth!.Value));
            }
            catch (InvalidInputException problem)
            {
                problems.Add(problem);
                if (++wrong < MaxProblemsInFile)
                    continue;
                problems.Add(InvalidInputException.AtLine(path, csv.Line, "further problems of this file are not listed"));
                break;
            }
        }

        return rows > 0
            ? new SampleTable([.. values], rows, times?.ToArray(), labels?.ToArray(), targets?.ToArray(), runs?.ToList())
            : throw new InvalidInputException(path, "the file has a header but no rows");
    }
}
