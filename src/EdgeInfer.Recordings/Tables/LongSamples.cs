using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Tables;

/// <summary>The samples of a long table, gathered row by row in whatever order they come.</summary>
internal sealed class LongSamples
{
    /// <summary>Of 8 bytes each. Channels whose times never meet would make a sample of every row.</summary>
    private const int MaxCells = 1 << 27;

    private readonly CsvFile _csv;
    private readonly string[] _channels;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _channelOf;
    private readonly Dictionary<LongSample, int> _places = [];
    private readonly List<LongSample> _samples = [];
    private readonly List<LongTruth> _truths = [];
    private readonly LongPieces _pieces = new();
    private readonly List<float> _values = [];

    /// <summary>Line of each value; 0 where there is none.</summary>
    private readonly List<int> _lines = [];

    public LongSamples(Dataset dataset, CsvFile csv)
    {
        _csv = csv;
        _channels = [.. dataset.Channels.Select(channel => channel.ColumnName)];
        _channelOf = _channels.Index().ToDictionary(channel => channel.Item, channel => channel.Index, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public LongSample this[int place] => _samples[place];

    public int? ChannelOf(ReadOnlySpan<char> name) => _channelOf.TryGetValue(name, out var channel) ? channel : null;

    public LongTruth TruthOf(int place) => _truths[place];

    /// <exception cref="InvalidInputException">The sample has a value of the channel already, or another label.</exception>
    public void Add(int group, long time, LongTruth truth, int channel, float value)
    {
        var sample = new LongSample(group, _pieces.Of(group, channel, time), time);
        if (!_places.TryGetValue(sample, out var place))
        {
            if (_values.Count > MaxCells - _channels.Length)
            {
                throw new InvalidInputException(
                    _csv.Path,
                    $"{_samples.Count} times of {_channels.Length} channels: the limit is {MaxCells} cells; do their times meet?");
            }

            _places[sample] = place = _samples.Count;
            _samples.Add(sample);
            _truths.Add(truth);
            for (var i = 0; i < _channels.Length; i++)
            {
                _values.Add(float.NaN);
                _lines.Add(0);
            }
        }

        var at = place * _channels.Length + channel;
        if (_lines[at] > 0)
        {
            throw InvalidInputException.AtLine(
                _csv.Path, _csv.Line, $"channel '{_channels[channel]}' has a value of this time already, at line {_lines[at]}");
        }

        if (_truths[place] != truth)
        {
            throw InvalidInputException.AtLine(
                _csv.Path,
                _csv.Line,
                $"line {LineOf(place)} has another label at this time: give the column that tells the recordings apart as group_column");
        }

        (_values[at], _lines[at]) = (value, _csv.Line);
    }

    /// <summary>Places of the samples: group by group in the order of their first rows, each piece by piece in the order of time.</summary>
    public int[] InOrder() =>
    [
        .. Enumerable.Range(0, _samples.Count)
            .OrderBy(place => _samples[place].Group).ThenBy(place => _samples[place].Piece).ThenBy(place => _samples[place].Time),
    ];

    /// <summary>First line of a sample.</summary>
    public int LineOf(int place) => LinesOf(place).Where(line => line > 0).Min();

    /// <summary>The values of samples, row by row.</summary>
    public float[] ValuesOf(int[] places)
    {
        var values = new float[places.Length * _channels.Length];
        for (var row = 0; row < places.Length; row++)
        {
            for (var channel = 0; channel < _channels.Length; channel++)
                values[row * _channels.Length + channel] = _values[places[row] * _channels.Length + channel];
        }

        return values;
    }

    /// <exception cref="InvalidInputException">The sample lacks a channel.</exception>
    public void RequireWhole(int place)
    {
        var absent = LinesOf(place).ToList().IndexOf(0);
        if (absent >= 0)
        {
            throw InvalidInputException.AtLine(
                _csv.Path, LineOf(place), $"channel '{_channels[absent]}' has no value of this time; {EmptyCell.WayOut}");
        }
    }

    private IEnumerable<int> LinesOf(int place) => Enumerable.Range(place * _channels.Length, _channels.Length).Select(at => _lines[at]);
}
