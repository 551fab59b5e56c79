using System.Globalization;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>What one column holds over all files.</summary>
internal sealed class ColumnProfile(string name)
{
    /// <summary>More classes than this are not drafted: the column is then something else.</summary>
    public const int MaxDistinct = 64;

    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private double _previous = double.NaN;
    private long _rows;
    private long _increases;
    private long _decreases;

    public string Name => name;

    public bool Numeric { get; private set; } = true;

    public bool Whole { get; private set; } = true;

    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>Values seen, at most <see cref="MaxDistinct"/> + 1 of them.</summary>
    public IReadOnlyCollection<string> Distinct => _distinct;

    public bool FewValues => _distinct.Count is >= 2 and <= MaxDistinct;

    /// <summary>Holds the same value for long stretches, as a class or a group does.</summary>
    public bool RarelyChanges => Numeric && (_increases + _decreases) * 50 < _rows;

    public bool RisesLikeTime => Numeric && _increases * 2 > _rows && _decreases * 100 <= _rows;

    public void StartFile() => _previous = double.NaN;

    public void Add(ReadOnlySpan<char> field)
    {
        _rows++;
        if (_distinct.Count <= MaxDistinct)
            _distinct.GetAlternateLookup<ReadOnlySpan<char>>().Add(field);
        if (!Numeric || !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            Numeric = false;
            return;
        }

        Whole &= value == Math.Floor(value);
        Largest = Math.Max(Largest, value);
        if (value > _previous)
            _increases++;
        if (value < _previous)
            _decreases++;
        _previous = value;
    }
}
