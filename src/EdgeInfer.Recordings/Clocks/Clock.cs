using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>The time stamps of one table, exact to the nanosecond.</summary>
internal abstract class Clock
{
    /// <summary>
    /// Time of the current row, ns: since 1970, or since whatever the numbers count from. Local time stays as it is written until
    /// <see cref="Settle"/>.
    /// </summary>
    public abstract long Read(CsvFile csv);

    /// <summary>Turns the times of the rows of one recording, in the order of the file, into times that run evenly.</summary>
    /// <param name="times">What <see cref="Read"/> gave.</param>
    /// <param name="lines">Line of each.</param>
    public virtual void Settle(Span<long> times, ReadOnlySpan<int> lines)
    {
    }
}
