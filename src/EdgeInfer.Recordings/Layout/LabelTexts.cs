using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Layout;

/// <summary>Finds a task's label by the text that stands for it in the data.</summary>
internal sealed class LabelTexts
{
    private readonly Dictionary<string, int> _index;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string _known;

    public LabelTexts(Dataset dataset)
    {
        _index = new(StringComparer.Ordinal);
        for (var i = 0; i < dataset.Labels.Count; i++)
            _index[dataset.Labels[i].Value ?? dataset.Labels[i].Name] = AnswerOf(dataset, i);
        _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        _known = string.Join(", ", _index.Keys.Take(20));
    }

    /// <summary>
    /// Names of the labels that a model of the task answers with: of an anomaly task normal and anomaly, whatever the data tells apart.
    /// </summary>
    public static IReadOnlyList<string> Answers(Dataset dataset) =>
        dataset.Task == TaskKind.Anomaly ? AnomalyLabel.Names : [.. dataset.Labels.Select(label => label.Name)];

    public int Find(CsvFile csv, int column)
    {
        var text = csv.Field(column);
        return _lookup.TryGetValue(text, out var label) ? label : throw csv.Invalid(column, Unknown(text));
    }

    /// <summary>Index of a label, or <see cref="LabelIndex.Unlabelled"/> where there is none of that text.</summary>
    public int Find(string text) => _index.GetValueOrDefault(text, LabelIndex.Unlabelled);

    public string Unknown(ReadOnlySpan<char> text) => $"'{CsvFile.Shown(text)}' is not a label of the task ({_known})";

    private static int AnswerOf(Dataset dataset, int label)
    {
        if (dataset.Task != TaskKind.Anomaly)
            return label;
        return dataset.Normal!.Contains(dataset.Labels[label].Name) ? AnomalyLabel.Normal : AnomalyLabel.Anomaly;
    }
}
