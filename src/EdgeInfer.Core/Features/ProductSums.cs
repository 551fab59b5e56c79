using System.Numerics;

namespace EdgeInfer.Core.Features;

/// <summary>Sums of the products of each two of a window's centred series.</summary>
internal sealed class ProductSums(int series, SeriesGroup[] groups)
{
    /// <summary>Rows that are summed at once, so that one's additions fill the wait for the others'.</summary>
    private const int Rows = 4;

    private readonly Vector<double>[] _sums = new Vector<double>[(series + Rows - 1) / Rows * Rows * groups.Length];

    /// <param name="first">Index of a series.</param>
    /// <param name="second">Index of a later one.</param>
    public double this[int first, int second] =>
        _sums[first * groups.Length + second / SeriesGroup.Lanes][second % SeriesGroup.Lanes];

    public void Compute()
    {
        for (var row = 0; row < series; row += Rows)
        {
            for (var column = (row + 1) / SeriesGroup.Lanes; column <= (series - 1) / SeriesGroup.Lanes; column++)
                Sum(row, column);
        }
    }

    private void Sum(int row, int column)
    {
        var a = Lane(row);
        var b = Lane(row + 1);
        var c = Lane(row + 2);
        var d = Lane(row + 3);
        var (sumA, sumB, sumC, sumD) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var at = 0;
        foreach (var value in groups[column].Centred.AsSpan())
        {
            sumA += a[at] * value;
            sumB += b[at] * value;
            sumC += c[at] * value;
            sumD += d[at] * value;
            at += SeriesGroup.Lanes;
        }

        var first = row * groups.Length + column;
        (_sums[first], _sums[first + groups.Length]) = (sumA, sumB);
        (_sums[first + 2 * groups.Length], _sums[first + 3 * groups.Length]) = (sumC, sumD);
    }

    /// <summary>A series, Lanes apart; the last one again beyond it.</summary>
    private ReadOnlySpan<double> Lane(int index)
    {
        var known = Math.Min(index, series - 1);
        return SeriesGroup.Flat(groups[known / SeriesGroup.Lanes].Centred)[(known % SeriesGroup.Lanes)..];
    }
}
