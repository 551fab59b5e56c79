using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Datasets.Surveying;

/// <summary>Counts the rows of each class and group, in tables that carry one or both of them.</summary>
/// <param name="directory">Folder of the data set.</param>
/// <param name="labelColumn">Null where <paramref name="label"/> tells the class of a file.</param>
/// <param name="groupColumn">Null where <paramref name="group"/> tells the group of a row's file.</param>
/// <param name="label">Class of a file.</param>
/// <param name="group">Group of a row: file, row from 0, rows of the file.</param>
internal sealed class RowCounts(
    string directory,
    string? labelColumn,
    string? groupColumn,
    Func<string, string> label,
    Func<string, long, long, string> group)
{
    private readonly Dictionary<(string Class, string Group), long> _counts = [];

    /// <param name="survey">Of the tables.</param>
    /// <param name="recordings">One a table, in their order: the table itself, or the folder that it lies in.</param>
    public IReadOnlyDictionary<(string Class, string Group), long> Of(TableSurvey survey, IReadOnlyList<string> recordings)
    {
        for (var i = 0; i < survey.Paths.Count; i++)
            Add(survey.Paths[i], recordings[i], survey.RowsOf[i]);
        return _counts;
    }

    private void Add(string table, string path, long rows)
    {
        using var csv = CsvFile.Open(Path.Combine(directory, table));
        int? labels = labelColumn is null ? null : csv.Column(labelColumn);
        int? groups = groupColumn is null ? null : csv.Column(groupColumn);
        var ofFile = labels is null ? label(path) : "";
        for (long row = 0; csv.Read(); row++)
        {
            var key = (labels is { } l ? csv.Text(l) : ofFile, groups is { } g ? csv.Text(g) : group(path, row, rows));
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }
}
