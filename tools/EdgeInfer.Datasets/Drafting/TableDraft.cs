using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Core.Resampling;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Datasets.Clocks;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts a data set of kind sensor-csv.</summary>
internal sealed class TableDraft
{
    private const double FastestUsual = 20_000;

    /// <summary>A row a day.</summary>
    private const double SlowestUsual = 1e-5;

    private readonly string _directory;
    private readonly DraftOptions _options;
    private readonly TableReading _reading;
    private readonly FileRates _rates;
    private IReadOnlyList<double> _ownRates = [];
    private readonly DatasetWindow _window;
    private readonly string? _windowWarning;
    private readonly PathRoles _paths;
    private readonly int? _blocks;

    private TableDraft(string directory, TableReading reading, DraftOptions options)
    {
        (_directory, _reading, _options) = (directory, reading, options);
        _blocks = GroupBlocks.Of(options.Group);
        RequireKnownOptions(reading, options);
        _paths = new PathRoles(
            directory, reading.Recordings, reading.IsLabelled, reading.Roles.Group is not null || _blocks is not null, options);
        _rates = Rates();
        (_window, _windowWarning) = WindowLength.Of(_rates.RateHz, [.. Samples()]);
        if (_blocks is null && NeedsBlocks())
            _blocks = BlocksOf(Samples().Min());
    }

    /// <exception cref="InvalidInputException">A file is damaged, or nothing tells time, channels or classes.</exception>
    /// <exception cref="OpenQuestionException">Two readings are possible.</exception>
    public static DatasetDraft Of(string directory, IReadOnlyList<string> tables, DraftOptions options) =>
        new TableDraft(directory, new TableReader(directory, options).Read(tables), options).ToDraft();

    private DatasetDraft ToDraft()
    {
        var table = ClassGroupTable.Of("rows", Counts());
        var split = DraftSplit.Of(Files(), table, _blocks is not null);
        DraftRules.Check(_directory, table, split, _paths.HasSides);
        var dataset = Describe(table, split);
        var sentences = new TableSentences(_reading, dataset, _paths, table, split);
        return new DatasetDraft(
            _directory, dataset, split.Csv, table,
            [.. sentences.All(), .. _rates.Sentences],
            [
                .. ClassWarnings.Of(table, split), .. RateWarnings(), .. _windowWarning is { } warning ? [warning] : (string[])[],
                .. sentences.Warnings(),
            ],
            [[.. _reading.Survey.Columns.Select(column => column.Name)], .. _reading.Survey.FirstRows]);
    }

    private static void RequireKnownOptions(TableReading reading, DraftOptions options)
    {
        var columns = reading.Survey.Columns.Select(column => column.Name);
        var known = columns.Concat(reading.Channels.Select(channel => channel.Name)).ToHashSet();
        if (options.Units?.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new InvalidInputException("--units", $"there is no column '{unknown}'; there are {SentenceList.Of([.. known])}");
        if (options.Zone is not null && reading.Clock is { Unit: "s" or "ms" or "us" or "ns" or "days" })
            throw new InvalidInputException("--zone", $"'{options.Zone}', but the clock '{reading.Clock.Column}' holds numbers, "
                + $"which have no zone");
    }

    private Dataset Describe(ClassGroupTable table, DraftSplit split)
    {
        var roles = _reading.Roles;
        var holes = _options.Holes is { } given ? HoleChoice.Parse(given)
            : roles.Channels.Any(column => column.Empty > 0) ? new DatasetHoles(HoleRule.Gap)
            : null;
        return new Dataset
        {
            Schema = Dataset.CurrentSchema,
            Name = DraftFiles.TaskName(_directory),
            Licence = "unknown",
            Kind = DatasetKind.SensorCsv,
            Task = TaskKind.Classification,
            Labels = [.. (_reading.SegmentLabels ?? table.Classes).Select(name => new DatasetLabel(name))],
            Channels = _reading.Channels,
            RateHz = _rates.RateHz,
            Timestamp = _reading.Clock,
            Long = _reading.Long,
            Segments = _reading.Segments,
            Holes = holes,
            Resampling = _rates.Resampling,
            LabelColumn = roles.Label?.Name,
            GroupColumn = roles.Group?.Name,
            GroupOrigin = _blocks is not null ? GroupOrigin.Blocks : roles.Group is not null ? GroupOrigin.Named : _paths.GroupOrigin,
            Blocks = _blocks,
            GroupNoun = Noun(),
            Window = _window,
            Splits = [split.Split],
        };
    }

    private string Noun() =>
        _blocks is not null ? "block"
        : _reading.Roles.Group is { } column ? Paths.KnownWords.NounOf(column.Name) ?? "group"
        : _paths.GroupOrigin == GroupOrigin.Files ? "recording"
        : _paths.GroupNoun ?? "group";

    /// <summary>Nothing but the class tells files apart, or there is one file: blocks of time are all that can be left out.</summary>
    private bool NeedsBlocks() => _reading.Roles.Group is null && (
        _reading.Recordings.Count == 1
        || (!_reading.IsLabelled && _paths.GroupOrigin == GroupOrigin.Files
            && _reading.Recordings.Select(_paths.Label).Distinct().Count() == _reading.Recordings.Count));

    private int BlocksOf(double samples)
    {
        const int windowsOfABlock = 4;
        var windows = samples / (_window.Seconds * _rates.RateHz);
        return (int)Math.Clamp(windows / windowsOfABlock, 2, GroupBlocks.Default);
    }

    private FileRates Rates()
    {
        if (_reading.Clock is not { } clock)
            return new FileRates(_options.RateHz!.Value, ResamplingRule.Linear, []);
        _ownRates = ClockRates.Of(_directory, _reading.Survey, clock, _reading.Long is not null);
        var rates = _ownRates
            .Select((hz, index) => (Path: _reading.Recordings[index], Hz: hz))
            .Where(rate => double.IsFinite(rate.Hz) && rate.Hz > 0)
            .ToList();
        return rates.Count > 0
            ? FileRates.Of(rates, _options.RateHz)
            : throw new InvalidInputException(_directory,
                $"the clock '{clock.Column}' stands still in every file: give --rate HZ, the samples a second");
    }

    /// <summary>Samples of each recording at the rate of the data set, by its rows and its own rate.</summary>
    private IEnumerable<double> Samples()
    {
        var rowsOfASample = _reading.Long is null ? 1 : Math.Max(1, _reading.Channels.Count);
        return _reading.Survey.RowsOf.Select((rows, index) =>
            (double)rows / rowsOfASample * (index < _ownRates.Count && _ownRates[index] > 0 ? _rates.RateHz / _ownRates[index] : 1));
    }

    private IEnumerable<string> RateWarnings()
    {
        if (_reading.Clock is { } clock && _rates.RateHz is > FastestUsual or < SlowestUsual)
            yield return Invariant($"{_rates.RateHz:G4} Hz is unusual: is '{clock.Unit}' the unit of '{clock.Column}'? Else give --units");
        if (_rates.Resampling == ResamplingRule.Linear || _reading.IsLabelled)
            yield break;
        var ofClasses = _reading.Recordings
            .Select((path, index) => (Label: _paths.Label(path), Rate: FileRates.Nominal(_ownRates[index])))
            .Distinct().ToLookup(each => each.Label, each => each.Rate);
        if (ofClasses.Count > 1 && ofClasses.All(rates => rates.Count() == 1))
            yield return "each class has one rate of its own: a model may learn the rate instead of the class";
    }

    private IReadOnlyList<DraftedFile> Files() =>
    [
        .. _reading.Recordings.Select(path => new DraftedFile(
            path,
            _reading.IsLabelled ? null : _paths.Label(path),
            _reading.Roles.Group is not null ? null : _paths.Group(path),
            _paths.HasSides ? _paths.Side(path) : null)),
    ];

    private IReadOnlyDictionary<(string Class, string Group), long> Counts()
    {
        var roles = _reading.Roles;
        if (roles.Label is null && roles.Group is null && _blocks is null)
        {
            return _reading.Recordings
                .Select((path, index) =>
                    (Key: (_reading.IsLabelled ? "labelled by lists" : _paths.Label(path), _paths.Group(path)),
                        Rows: _reading.Survey.RowsOf[index]))
                .GroupBy(each => each.Key)
                .ToDictionary(files => files.Key, files => files.Sum(file => file.Rows));
        }

        return new RowCounts(
            _directory, roles.Label?.Name, roles.Group?.Name,
            path => _reading.IsLabelled ? "labelled by lists" : _paths.Label(path),
            (path, row, rows) => _blocks is { } blocks
                ? Invariant($"{_paths.Group(path)}-{(row * blocks / rows) + 1:00}")
                : _paths.Group(path)).Of(_reading.Survey, _reading.Recordings);
    }
}
