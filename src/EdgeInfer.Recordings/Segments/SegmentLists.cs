using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Clocks;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Segments;

/// <summary>The lists of labelled stretches of a data set's recordings.</summary>
internal sealed class SegmentLists
{
    private readonly string _directory;
    private readonly DatasetSegments _segments;
    private readonly LabelTexts _labels;
    private readonly DatasetTimestamp _start;
    private readonly DatasetTimestamp _end;
    private readonly Lazy<Dictionary<string, List<LabelledSpan>>> _shared;

    public SegmentLists(string directory, Dataset dataset, DatasetSegments segments)
    {
        (_directory, _segments, _labels) = (directory, segments, new LabelTexts(dataset));
        _start = new DatasetTimestamp(
            segments.StartColumn, segments.Unit, Format: dataset.Timestamp?.Format, Zone: dataset.Timestamp?.Zone);
        _end = _start with { Column = segments.EndColumn };
        _shared = new(() => Read(Place(segments.File)));
    }

    /// <summary>Labels of the rows of a recording, from their times.</summary>
    /// <param name="path">Of the recording, inside the folder.</param>
    /// <param name="times">Of its rows, ns.</param>
    /// <exception cref="InvalidInputException">The list is missing or wrong, or has nothing for the recording.</exception>
    public int[] LabelsOf(string path, ReadOnlySpan<long> times)
    {
        var file = SegmentFile.Of(_segments, path);
        var place = Place(file);
        var spans = SegmentFile.IsPerRecording(_segments) ? Read(place)[""] : InShared(path);
        Order(spans, place);
        long[] starts = [.. spans.Select(span => span.Start)];
        var labels = new int[times.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            var at = Array.BinarySearch(starts, times[row]);
            var span = at >= 0 ? at : ~at - 1;
            labels[row] = span >= 0 && times[row] < spans[span].End ? spans[span].Label : LabelIndex.Unlabelled;
        }

        if (labels.All(label => label == LabelIndex.Unlabelled))
        {
            throw new InvalidInputException(
                place,
                FormattableString.Invariant($"no segment holds a sample of {path}: its times run from {times[0] / 1e9:0.###} s to ")
                + FormattableString.Invariant($"{times[^1] / 1e9:0.###} s, the segments from {starts[0] / 1e9:0.###} s to ")
                + FormattableString.Invariant($"{spans[^1].End / 1e9:0.###} s; is the unit '{_segments.Unit}' right?"));
        }

        return labels;
    }

    private List<LabelledSpan> InShared(string path)
    {
        var lists = _shared.Value;
        if (_segments.PathColumn is null)
            return lists[""];
        List<LabelledSpan> spans = [.. SegmentFile.NamesOf(path).Distinct().SelectMany(name => lists.GetValueOrDefault(name, []))];
        return spans.Count > 0
            ? spans
            : throw new InvalidInputException(
                Place(_segments.File), $"column '{_segments.PathColumn}': no segment of recording '{path}' is listed");
    }

    private Dictionary<string, List<LabelledSpan>> Read(string place)
    {
        using var csv = CsvFile.Open(place);
        var (startClock, endClock) = (_start.Open(csv), _end.Open(csv));
        var label = csv.Column(_segments.LabelColumn);
        int? path = _segments.PathColumn is { } column ? csv.Column(column) : null;
        var known = path is null ? null : SegmentFile.NamesIn(_directory);
        var lists = new Dictionary<string, List<LabelledSpan>>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var name = path is { } named ? csv.Text(named) : "";
            if (known is not null)
                RequireOne(known, csv, path!.Value, name);
            var span = new LabelledSpan(csv.Line, Moment(startClock, csv), Moment(endClock, csv), _labels.Find(csv, label));
            if (span.End <= span.Start)
                throw InvalidInputException.AtLine(place, csv.Line, "the segment ends before it starts, or where it starts");
            if (!lists.TryGetValue(name, out var spans))
                lists[name] = spans = [];
            spans.Add(span);
        }

        return lists.Count > 0 ? lists : throw new InvalidInputException(place, "lists no segment");
    }

    private static void RequireOne(Dictionary<string, int> known, CsvFile csv, int column, string name)
    {
        var meant = known.GetValueOrDefault(name);
        if (meant != 1)
        {
            throw csv.Invalid(column, meant == 0
                ? $"'{CsvFile.Shown(name)}' is no file or folder of the data set"
                : $"'{CsvFile.Shown(name)}' is the name of {meant} files: give their paths");
        }
    }

    private static long Moment(Clock clock, CsvFile csv)
    {
        Span<long> time = [clock.Read(csv)];
        clock.Settle(time, [csv.Line]);
        return time[0];
    }

    private static void Order(List<LabelledSpan> spans, string place)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start >= spans[i - 1].End)
                continue;
            var (first, second) = (Math.Min(spans[i].Line, spans[i - 1].Line), Math.Max(spans[i].Line, spans[i - 1].Line));
            throw InvalidInputException.AtLine(place, second, $"the segment overlaps the one of line {first}: a sample can have one label");
        }
    }

    private string Place(string file) => FolderPath.Inside(_directory, file, _directory);
}
