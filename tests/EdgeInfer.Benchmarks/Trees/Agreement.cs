namespace EdgeInfer.Benchmarks.Trees;

/// <summary>How scores agree with those expected.</summary>
/// <param name="BitEqual">All of them, as float.</param>
/// <param name="LargestDifference">Of a score, by the largest one expected.</param>
/// <param name="Rows">Rows compared.</param>
internal sealed record Agreement(bool BitEqual, double LargestDifference, int Rows)
{
    /// <param name="rows">Rows that <paramref name="scores"/> came from.</param>
    /// <param name="scores">Finite.</param>
    /// <param name="expected">As many, finite.</param>
    public static Agreement Of(int rows, float[] scores, float[] expected) => new(
        scores.Zip(expected).All(pair => BitConverter.SingleToInt32Bits(pair.First) == BitConverter.SingleToInt32Bits(pair.Second)),
        scores.Zip(expected).Max(pair => Math.Abs((double)pair.First - pair.Second)) / expected.Max(score => Math.Abs((double)score)),
        rows);
}
