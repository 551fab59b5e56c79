using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using static EdgeInfer.Datasets.Preview.PreviewMarkup;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Preview;

/// <summary>A recording a class, drawn with its labels; IDX files as a contact sheet.</summary>
internal static class RecordingPreview
{
    /// <summary>Drawings of a page; a data set may have 1,000 classes.</summary>
    private const int MostDrawings = 24;

    /// <summary>Recordings that are read in search of a class, which rows alone may name.</summary>
    private const int MostSearched = 200;

    public static string Render(RecordingSet set) => PreviewPage.Of(
        set.Dataset,
        Invariant($"{set.Recordings.Count} recordings in split '{set.Split.Name}'"),
        [],
        set.Dataset.Frame is null ? Drawings(set) : Pictures(set));

    private static object?[] Drawings(RecordingSet set)
    {
        var chosen = ARecordingAClass(set);
        return
        [
            set.LabelNames.Count == 0 ? null : PreviewPage.Legend(set.LabelNames),
            .. chosen.Select((recording, index) => Element(
                "section",
                "",
                Element("h2", "", recording.Path),
                Element(
                    "p",
                    "lead",
                    $"{set.Dataset.GroupNoun} {recording.Group}, {(recording.Side == SplitSide.Train ? "train" : "test")} side"),
                RecordingChart.Draw(Invariant($"chart{index}"), set, recording))),
        ];
    }

    private static List<Recording> ARecordingAClass(RecordingSet set)
    {
        var missing = Enumerable.Range(0, set.LabelNames.Count).ToHashSet();
        var chosen = new List<Recording>();
        var candidates = set.Recordings.Where(recording => recording.Label < 0 || missing.Contains(recording.Label));
        foreach (var recording in SpreadSample.Of([.. candidates], set.Dataset.LabelColumn is null ? int.MaxValue : MostSearched))
        {
            if (chosen.Count == MostDrawings || (missing.Count == 0 && chosen.Count > 0 && set.LabelNames.Count > 0))
                break;
            if (recording.Label >= 0 ? missing.Remove(recording.Label) : ShowsMissing(set, recording, missing))
                chosen.Add(recording);
        }

        return chosen;
    }

    /// <summary>A regression has no classes: any recording is shown.</summary>
    private static bool ShowsMissing(RecordingSet set, Recording recording, HashSet<int> missing)
    {
        if (set.LabelNames.Count == 0)
            return true;
        var samples = set.Samples(recording);
        var before = missing.Count;
        for (var row = 0; row < samples.Count && missing.Count > 0; row++)
            missing.Remove(samples.Header(row, dueTimestamp: 0).Label);
        return missing.Count < before;
    }

    private static object?[] Pictures(RecordingSet set)
    {
        var frame = set.TestShape.Frame!;
        var sheet = new ContactSheet();
        return
        [
            .. set.LabelNames.Select((label, index) => sheet.Section(
                label,
                index,
                [.. set.Recordings.Where(recording => FirstOf(set, recording, index) is not null)],
                recording => (Picture(set, recording, index), frame.Width, frame.Height))),
        ];
    }

    private static byte[] Picture(RecordingSet set, Recording recording, int label) =>
        PngBytes.Of(set.Samples(recording).Values(FirstOf(set, recording, label)!.Value), set.TestShape.Frame!);

    private static int? FirstOf(RecordingSet set, Recording recording, int label)
    {
        var samples = set.Samples(recording);
        for (var row = 0; row < samples.Count; row++)
        {
            if (samples.Header(row, dueTimestamp: 0).Label == label)
                return row;
        }

        return null;
    }
}
