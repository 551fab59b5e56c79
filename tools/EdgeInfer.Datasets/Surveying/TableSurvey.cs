using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Datasets.Surveying;

/// <summary>What tables of equal columns hold: every row is read once.</summary>
/// <param name="Paths">Files, relative to the folder.</param>
/// <param name="Columns">In the order of the first file.</param>
/// <param name="RowsOf">Rows of each file.</param>
/// <param name="FirstRows">The first rows of the first file, as text.</param>
/// <param name="Forms">Ways in which the files are written, with the first file of each.</param>
internal sealed record TableSurvey(
    IReadOnlyList<string> Paths,
    IReadOnlyList<ColumnSurvey> Columns,
    IReadOnlyList<long> RowsOf,
    IReadOnlyList<IReadOnlyList<string>> FirstRows,
    IReadOnlyList<(string Form, string Path)> Forms)
{
    private const int ShownRows = 3;

    public long Rows => RowsOf.Sum();

    /// <param name="directory">Folder of the data set.</param>
    /// <param name="paths">Files inside it that have the columns of the first.</param>
    /// <exception cref="InvalidInputException">A file is damaged.</exception>
    public static TableSurvey Read(string directory, IReadOnlyList<string> paths) => Read(directory, paths, null);

    /// <param name="directory">Folder of the data set.</param>
    /// <param name="paths">Files inside it.</param>
    /// <param name="names">Columns to look at; those of the first file where null.</param>
    /// <exception cref="InvalidInputException">A file is damaged, or lacks one of the columns.</exception>
    public static TableSurvey Read(string directory, IReadOnlyList<string> paths, IReadOnlyList<string>? names)
    {
        List<ColumnSurvey> columns = [];
        List<IReadOnlyList<string>> shown = [];
        List<long> rows = [];
        List<(string Form, string Path)> forms = [];
        foreach (var path in paths)
        {
            using var csv = CsvFile.Open(Path.Combine(directory, path));
            if (columns.Count == 0)
                columns.AddRange((names ?? csv.Header).Select(name => new ColumnSurvey(name, csv.Form.Units[csv.Column(name)])));
            if (forms.All(form => form.Form != csv.Form.Describe()))
                forms.Add((csv.Form.Describe(), path));
            int[] places = [.. columns.Select(column => csv.Column(column.Name))];
            rows.Add(0);
            while (csv.Read())
            {
                rows[^1]++;
                if (shown.Count < ShownRows)
                    shown.Add([.. places.Select(csv.Text)]);
                for (var i = 0; i < columns.Count; i++)
                    columns[i].Add(csv.Field(places[i]), Number(csv, places[i]), path, csv.Line);
            }

            columns.ForEach(column => column.EndFile());
        }

        return new TableSurvey(paths, columns, rows, shown, forms);
    }

    /// <summary>NaN and infinities among them; null for text.</summary>
    private static double? Number(CsvFile csv, int column) =>
        csv.TryDouble(column, out var value) ? value : csv.TryNumber(column, out var word) ? word : null;
}
