using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Looks through a folder's CSV files: first at what the columns hold, then at time, class and group together.</summary>
internal sealed class CsvScan(string directory, IReadOnlyList<string> paths)
{
    public List<string> Warnings { get; } = [];

    /// <summary>Files that have the columns of most.</summary>
    public List<string> Paths { get; } = [];

    public IReadOnlyList<ColumnProfile> Columns()
    {
        var byHeader = paths.GroupBy(HeaderOf).OrderByDescending(files => files.Count()).ToList();
        foreach (var other in byHeader.Skip(1).SelectMany(files => files))
            Warnings.Add($"{other} is left out: its columns are not those of most files");
        Paths.AddRange(byHeader[0]);

        List<ColumnProfile> columns = [];
        foreach (var path in Paths)
        {
            using var csv = CsvFile.Open(Path.Combine(directory, path));
            if (columns.Count == 0)
                columns.AddRange(csv.Header.Select(name => new ColumnProfile(name)));
            columns.ForEach(column => column.StartFile());
            while (csv.Read())
            {
                for (var i = 0; i < columns.Count; i++)
                    columns[i].Add(csv.Field(i));
            }
        }

        return columns;
    }

    /// <param name="roles">The columns' roles.</param>
    /// <param name="timeUnit">Unit of the time column.</param>
    /// <param name="parts">Gives what no column does.</param>
    /// <param name="counts">Receives rows a class and group.</param>
    /// <param name="steps">Receives the steps in time, ns.</param>
    /// <exception cref="InvalidInputException">A timestamp is not a number.</exception>
    public void Count(
        ColumnRoles roles, string timeUnit, PathParts parts, Dictionary<(string Class, string Group), long> counts, List<long> steps)
    {
        foreach (var path in Paths)
        {
            using var csv = CsvFile.Open(Path.Combine(directory, path));
            int? label = roles.Label is null ? null : csv.Column(roles.Label.Name);
            int? group = roles.Group is null ? null : csv.Column(roles.Group.Name);
            var time = roles.Time is null ? null : new NumberClock(csv.Column(roles.Time.Name), timeUnit);
            var ofFile = (Class: label is null ? parts.Label(path) : "", Group: group is null ? parts.Group(path) : "");
            long? previous = null;
            while (csv.Read())
            {
                var key = (label is { } l ? csv.Text(l) : ofFile.Class, group is { } g ? csv.Text(g) : ofFile.Group);
                counts[key] = counts.GetValueOrDefault(key) + 1;
                if (time?.Read(csv) is not { } now)
                    continue;
                if (previous is { } before)
                    steps.Add(now - before);
                previous = now;
            }
        }
    }

    private string HeaderOf(string path)
    {
        using var csv = CsvFile.Open(Path.Combine(directory, path));
        return string.Join('\n', csv.Header);
    }
}
