namespace EdgeInfer.Tests.Support;

/// <summary>What calls allocate on the calling thread.</summary>
public static class Allocation
{
    private const int Rounds = 5;

    /// <summary>
    /// Bytes of the round that took least. Beside tests on other threads, single rounds were seen to count a few kilobytes that no
    /// call takes; what calls do allocate, they allocate in every round.
    /// </summary>
    public static long OfLeastRound(Action round)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
