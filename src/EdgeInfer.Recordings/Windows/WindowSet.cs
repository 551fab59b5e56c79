using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Recordings.Windows;

/// <summary>The windows of some recordings, in memory: entry i of every array belongs to window i.</summary>
public sealed class WindowSet
{
    private WindowSet()
    {
    }

    /// <summary>Channel-major values of each window, [channel][time], in the channels' units.</summary>
    public required float[][] Values { get; init; }

    /// <summary>Index of each window's majority label, or <see cref="LabelIndex.Unlabelled"/>.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Mean numeric truth of each window; 0 where the task has none.</summary>
    public required double[] Targets { get; init; }

    public required string[] Groups { get; init; }

    public required string[] RecordingIds { get; init; }

    /// <summary>Sensor time of each window's first sample; with the recording's id it is the window's id.</summary>
    public required long[] StartNanoseconds { get; init; }

    /// <summary>
    /// Number of the segment that each window lies in: one piece of a recording, without a gap; rises from window to window.
    /// </summary>
    public required int[] Segments { get; init; }

    /// <summary>Windows dropped because no label held half of them.</summary>
    public required long Ambiguous { get; init; }

    /// <summary>Windows dropped because most of their samples have no label.</summary>
    public required long Unlabelled { get; init; }

    /// <summary>Windows dropped because one of their values is NaN or an infinity.</summary>
    public required long NonFinite { get; init; }

    /// <summary>Steps in time too long, or backwards, for a window to cross.</summary>
    public required long Gaps { get; init; }

    /// <summary>
    /// The windows at these places, in this order; what was dropped and counted stays counted. A window left out ends a
    /// segment.
    /// </summary>
    public WindowSet At(IEnumerable<int> places)
    {
        int[] chosen = [.. places];
        return new WindowSet
        {
            Values = [.. chosen.Select(i => Values[i])],
            Labels = [.. chosen.Select(i => Labels[i])],
            Targets = [.. chosen.Select(i => Targets[i])],
            Groups = [.. chosen.Select(i => Groups[i])],
            RecordingIds = [.. chosen.Select(i => RecordingIds[i])],
            StartNanoseconds = [.. chosen.Select(i => StartNanoseconds[i])],
            Segments = SegmentsAt(chosen),
            Ambiguous = Ambiguous,
            Unlabelled = Unlabelled,
            NonFinite = NonFinite,
            Gaps = Gaps,
        };
    }

    /// <summary>Assembles the windows in the order of the recordings, then of time.</summary>
    /// <exception cref="InvalidInputException">A file is missing or damaged, or of a kind that is not read yet.</exception>
    public static WindowSet Read(RecordingSet set, IEnumerable<Recording> recordings, WindowShape shape)
    {
        if (shape.Frame is not null)
            return ReadFrames(set, recordings);
        var assembler = new WindowAssembler(shape);
        var values = new List<float[]>();
        var headers = new List<WindowHeader>();
        var owners = new List<Recording>();
        var window = new float[shape.ValueCount];
        var unlabelled = 0L;
        foreach (var recording in recordings)
        {
            var samples = set.Samples(recording);
            assembler.BeginStream(shape.Resampling == ResamplingRule.Filtered ? samples.SampleRateHz : null);
            for (var row = 0; row < samples.Count; row++)
            {
                assembler.Push(samples.Header(row, dueTimestamp: 0), samples.Values(row));
                TakeAll(recording);
            }

            assembler.Complete();
            TakeAll(recording);
        }

        return Of(values, headers, owners, assembler.AmbiguousWindows, unlabelled, assembler.NonFiniteWindows, assembler.Gaps);

        void TakeAll(Recording recording)
        {
            while (assembler.TryTake(window, out var header))
            {
                if (header.Label == LabelIndex.Unlabelled && set.Dataset.Task != TaskKind.Regression)
                {
                    unlabelled++;
                    continue;
                }

                values.Add([.. window]);
                headers.Add(header);
                owners.Add(recording);
            }
        }
    }

    private static WindowSet ReadFrames(RecordingSet set, IEnumerable<Recording> recordings)
    {
        var values = new List<float[]>();
        var headers = new List<WindowHeader>();
        var owners = new List<Recording>();
        var segment = 0;
        foreach (var recording in recordings)
        {
            var frames = set.Samples(recording);
            for (var row = 0; row < frames.Count; row++)
            {
                var frame = frames.Header(row, dueTimestamp: 0);
                values.Add(frames.Values(row).ToArray());
                headers.Add(new WindowHeader(frame.TimeNanoseconds, frame.DueTimestamp, frame.Label, frame.Target, segment));
                owners.Add(recording);
            }

            segment++;
        }

        return Of(values, headers, owners);
    }

    private int[] SegmentsAt(int[] places)
    {
        var segments = new int[places.Length];
        for (var i = 1; i < places.Length; i++)
        {
            var goesOn = places[i] == places[i - 1] + 1 && Segments[places[i]] == Segments[places[i - 1]];
            segments[i] = segments[i - 1] + (goesOn ? 0 : 1);
        }

        return segments;
    }

    private static WindowSet Of(
        List<float[]> values,
        List<WindowHeader> headers,
        List<Recording> owners,
        long ambiguous = 0,
        long unlabelled = 0,
        long nonFinite = 0,
        long gaps = 0) => new()
    {
        Values = [.. values],
        Labels = [.. headers.Select(header => header.Label)],
        Targets = [.. headers.Select(header => header.Target)],
        Groups = [.. owners.Select(owner => owner.Group)],
        RecordingIds = [.. owners.Select(owner => owner.Id)],
        StartNanoseconds = [.. headers.Select(header => header.StartNanoseconds)],
        Segments = [.. headers.Select(header => header.Segment)],
        Ambiguous = ambiguous,
        Unlabelled = unlabelled,
        NonFinite = nonFinite,
        Gaps = gaps,
    };
}
