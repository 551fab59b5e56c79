using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Tables;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Scanning;

/// <summary>Passes once over a table and keeps none of its rows.</summary>
/// <param name="dataset">What the columns are.</param>
/// <param name="labels">Its labels.</param>
/// <param name="longestStep">Longest step in time that is no gap, ns.</param>
internal sealed class WideScan(Dataset dataset, LabelTexts labels, double longestStep)
{
    public TableFacts Read(string path, Problems problems)
    {
        using var csv = CsvFile.Open(path);
        var row = new WideRow(dataset, labels, csv);
        var runs = new List<RunFacts>();
        var watch = new BackwardWatch(path);
        var rows = new RowProblems(path, problems);
        var group = row.Columns.Group;
        byte[] groupText = [];
        var count = 0;
        void Begin(string name)
        {
            End();
            runs.Add(new RunFacts(name, count, longestStep));
        }

        void End()
        {
            if (runs.Count == 0)
                return;
            runs[^1].End();
            problems.Try(watch.End);
        }

        void Row()
        {
            if (group is { } column)
            {
                var text = csv.Bytes(column);
                if (text.IsEmpty)
                    throw csv.Invalid(column, "is empty");
                if (!text.SequenceEqual(groupText))
                {
                    groupText = text.ToArray();
                    Begin(csv.Text(column));
                }
            }
            else if (runs.Count == 0)
            {
                Begin("");
            }

            row.Read();
            if (row.Columns.Clock is not null)
            {
                watch.Add(row.Time, csv.Line);
                runs[^1].AddTime(row.Time);
            }

            runs[^1].Add(row.Values, row.Label);
            count++;
        }

        while (csv.Read() && rows.TryRow(csv.Line, Row))
        {
        }

        if (count == 0 && !rows.AnyFound)
            throw new InvalidInputException(path, "the file has a header but no rows");
        End();
        return new TableFacts(runs, [.. PassedOver(csv), .. watch.Notes]);
    }

    private static IEnumerable<string> PassedOver(CsvFile csv)
    {
        if (csv.CommentsAmongRows > 0)
            yield return Invariant($"{csv.Path}: {csv.CommentsAmongRows} lines of comment among the rows were passed over");
        if (csv.RepeatedHeaders > 0)
            yield return Invariant($"{csv.Path}: the header comes again {csv.RepeatedHeaders} times, as where a logger starts anew");
    }
}
