using System.Globalization;
using System.Text;
using EdgeInfer.Recordings.Tables;

namespace EdgeInfer.Datasets.Preview;

/// <summary>The smallest and the largest value of a channel in each column of a drawing: no peak is lost, however long it is.</summary>
internal sealed class ChannelExtremes
{
    private readonly (float Smallest, float Largest)?[] _columns;

    private ChannelExtremes((float Smallest, float Largest)?[] columns)
    {
        _columns = columns;
        var seen = columns.OfType<(float Smallest, float Largest)>().ToArray();
        (Smallest, Largest) = seen.Length == 0 ? (0, 0) : (seen.Min(column => column.Smallest), seen.Max(column => column.Largest));
    }

    /// <summary>In the channel's unit.</summary>
    public double Smallest { get; }

    /// <summary>In the channel's unit.</summary>
    public double Largest { get; }

    /// <summary>Values that are NaN or an infinity are left out.</summary>
    public static ChannelExtremes Of(RecordedSamples samples, int channel, int columns, Func<int, int> columnOf)
    {
        var extremes = new (float Smallest, float Largest)?[columns];
        for (var row = 0; row < samples.Count; row++)
        {
            var value = samples.Values(row)[channel];
            if (!float.IsFinite(value))
                continue;
            ref var column = ref extremes[columnOf(row)];
            column = column is var (smallest, largest) ? (Math.Min(smallest, value), Math.Max(largest, value)) : (value, value);
        }

        return new ChannelExtremes(extremes);
    }

    /// <summary>A path of SVG through the columns that hold a sample.</summary>
    public string Path(Func<double, double> at, Func<double, double> down)
    {
        var path = new StringBuilder();
        for (var column = 0; column < _columns.Length; column++)
        {
            if (_columns[column] is not var (smallest, largest))
                continue;
            var x = at(column + 0.5);
            path.Append(path.Length == 0 ? 'M' : 'L')
                .Append(CultureInfo.InvariantCulture, $"{x:0.#} {down(smallest):0.#}");
            if (largest > smallest)
                path.Append('L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {down(largest):0.#}");
        }

        return path.ToString();
    }
}
