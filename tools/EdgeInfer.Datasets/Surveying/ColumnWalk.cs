namespace EdgeInfer.Datasets.Surveying;

/// <summary>Follows the numbers of one column along one file.</summary>
internal sealed class ColumnWalk
{
    /// <summary>Enough for a median, few enough for a long file.</summary>
    private const int Kept = 4096;

    private readonly List<double> _values = [];
    private double _first = double.NaN;
    private double _previous = double.NaN;
    private double _largestFall;
    private long _rows;
    private long _increases;
    private long _decreases;

    public void Add(double value)
    {
        _rows++;
        if (double.IsNaN(_first))
            _first = value;
        var step = value - _previous;
        if (step > 0)
            _increases++;
        else if (step < 0)
            (_decreases, _largestFall) = (_decreases + 1, Math.Max(_largestFall, -step));
        if (_values.Count < Kept)
            _values.Add(value);
        _previous = value;
    }

    public FileColumn End()
    {
        var rise = UsualStep.MedianRise(_values);
        var column = new FileColumn(_rows, _increases, _decreases, _first, _previous, double.NaN, rise, _largestFall);
        if (column.IsSwapped)
            _values.Sort();
        return column with { Step = UsualStep.Of(_values), MedianRise = UsualStep.MedianRise(_values) };
    }
}
