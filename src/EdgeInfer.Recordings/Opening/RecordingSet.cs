using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Fingerprints;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Sources;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Recordings.Opening;

/// <summary>A folder of recordings, described and divided. Files are read when first used, and then kept.</summary>
public sealed class RecordingSet
{
    private readonly SampleTables _tables;
    private readonly Lazy<string> _dataSha256;
    private readonly Dictionary<SplitSide, Lazy<IReadOnlyList<RecordedPieces>>> _content;

    private RecordingSet(
        string directory, Dataset dataset, DatasetSplit split, SampleTables tables, IReadOnlyList<Recording> recordings,
        Func<RecordingSet, SplitSide, IReadOnlyList<RecordedPieces>> content)
    {
        (Directory, Dataset, Split, Recordings, _tables) = (directory, dataset, split, recordings, tables);
        LabelNames = LabelTexts.Answers(dataset);
        SplitSha256 = ContentHash.OfSplit(recordings);
        _content = Enum.GetValues<SplitSide>().ToDictionary(
            side => side, side => new Lazy<IReadOnlyList<RecordedPieces>>(() => content(this, side)));
        _dataSha256 = new(() => ContentHash.HashFiles(
            directory, recordings.SelectMany(recording => RecordingFiles.Of(dataset, recording.Path))));
    }

    public string Directory { get; }

    public Dataset Dataset { get; }

    public DatasetSplit Split { get; }

    /// <summary>In the order of their paths, then of their rows.</summary>
    public IReadOnlyList<Recording> Recordings { get; }

    /// <summary>In the order of a model's outputs.</summary>
    public IReadOnlyList<string> LabelNames { get; }

    /// <summary>Hash over the recordings' files, lower-case hexadecimal; read on first use.</summary>
    public string DataSha256 => _dataSha256.Value;

    /// <summary>Hash over which recording has which label, group and side, lower-case hexadecimal.</summary>
    public string SplitSha256 { get; }

    /// <summary>What the recordings of one side hold, to know copies by; files are read on first use.</summary>
    public IReadOnlyList<RecordedPieces> ContentOf(SplitSide side) => _content[side].Value;

    /// <summary>What models are judged on.</summary>
    public JudgedSide JudgedSide => new(
        Dataset.Name, Dataset.Attribution, Dataset.Simulated, Split.Leaky, PieceKind, ContentOf(SplitSide.Test));

    /// <summary>What figures on these recordings must be read with, whichever model gives them.</summary>
    public FigureMarks Marks => new(Dataset.Simulated, Quick: false, Split.Leaky, OriginUnknown: false);

    /// <summary>What a hash of <see cref="ContentOf"/> stands for.</summary>
    public PieceKind PieceKind => RecordingContent.KindOf(this);

    /// <summary>Windows with the declared overlap.</summary>
    public WindowShape TrainingShape => Shape(Dataset.Window?.Overlap ?? 0);

    /// <summary>Windows without overlap: those of a test must not repeat samples.</summary>
    public WindowShape TestShape => Shape(0);

    /// <summary>Whether each recording is one window: an image is a stream of its own.</summary>
    public bool StreamsOfOneWindow => Dataset.Kind == DatasetKind.Images;

    /// <param name="directory">Folder of the data set.</param>
    /// <param name="task">A built-in task; null, or the same name, where the folder has its own dataset.json, which wins.</param>
    /// <param name="split">Name of the split; the first one where null.</param>
    /// <exception cref="InvalidInputException">
    /// Folder, task, split or a listed file is missing, a description is wrong, or groups stand on both sides undeclared.
    /// </exception>
    public static RecordingSet Open(string directory, string? task = null, string? split = null)
    {
        var dataset = DatasetChoice.Read(directory, task);
        DatasetRules.Check(dataset, Path.Combine(directory, DatasetFile.Name), Problems.Throw);
        var chosen = DatasetChoice.Split(dataset, directory, split);
        var tables = new SampleTables(directory, dataset);
        var files = FileList.Read(directory, dataset, chosen, Problems.Throw);
        var recordings = new RecordingList(dataset, chosen, path => tables.Runs(path, Problems.Throw), Problems.Throw).Read(files);
        return new RecordingSet(directory, dataset, chosen, tables, recordings, RecordingContent.Read);
    }

    /// <summary>Recordings whose content is known already, so that no file is read for it.</summary>
    internal static RecordingSet Of(
        string directory, Dataset dataset, DatasetSplit split, IReadOnlyList<Recording> recordings,
        Func<Recording, IReadOnlyList<ulong>> pieces) => new(
            directory, dataset, split, new SampleTables(directory, dataset), recordings,
            (_, side) => [.. recordings.Where(recording => recording.Side == side)
                .Select(recording => new RecordedPieces(recording.Path, recording.Group, pieces(recording)))]);

    /// <summary>
    /// Plays a recording back as a stream named by its id; no allocation after the first sample. A single image is read when
    /// it is asked for, and decoded when it is due; pixels of IDX files need no decoding.
    /// </summary>
    /// <exception cref="InvalidInputException">
    /// The file is damaged, or of a kind that is not played yet. A damaged image is told by its source.
    /// </exception>
    public ISource OpenSource(Recording recording, Playback playback) => Dataset.Kind == DatasetKind.Images
        ? new ImageSource(recording, Path.Combine(Directory, recording.Path), Dataset.Frame!.ToShape(), playback, Dataset.SampleRateHz)
        : new RecordingSource(recording.Id, Samples(recording), playback, Dataset.SampleRateHz);

    /// <summary>
    /// Reads the files that are kept, so that no reading of a file falls into a playback, where it would count as lateness.
    /// Single images are not kept.
    /// </summary>
    /// <exception cref="InvalidInputException">A file is damaged, or of a kind that is not played yet.</exception>
    public void ReadFiles(IEnumerable<Recording> recordings)
    {
        if (Dataset.Kind == DatasetKind.Images)
            return;
        foreach (var recording in recordings)
            Samples(recording);
    }

    internal RecordedSamples Samples(Recording recording)
    {
        RequireSamples();
        var table = _tables.Get(Path.Combine(Directory, recording.Path), Problems.Throw);
        return new RecordedSamples(table, recording, Dataset.SampleRateHz, Dataset.SampleLength);
    }

    private WindowShape Shape(double overlap)
    {
        RequireSamples();
        if (Dataset.Frame is { } frame)
            return frame.ToShape().ToWindow(Dataset.SampleRateHz);
        var window = Dataset.Window!;
        var length = (int)Math.Round(window.Seconds * Dataset.RateHz);
        var hop = Math.Max(1, (int)Math.Round(length * (1 - overlap)));
        Channel[] channels = [.. Dataset.Channels.Select(channel => new Channel(channel.Name, channel.Unit, channel.Role))];
        return new WindowShape(channels, Dataset.RateHz, length, hop, window.MaxGapSeconds ?? 10 / Dataset.RateHz)
        {
            Resampling = Dataset.Resampling,
        };
    }

    private void RequireSamples()
    {
        if (Dataset.Kind == DatasetKind.AudioWav)
            throw new InvalidInputException(Directory, $"task {Dataset.Name}: audio-wav is not read yet");
    }
}
