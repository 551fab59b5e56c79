namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>Calls at a rate, each when it is due.</summary>
internal static class Pace
{
    /// <param name="rate">A second; 0 for as fast as it goes.</param>
    public static void Run(double rate, int calls, Action<int> call)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            if (rate > 0)
            {
                var due = TimeSpan.FromSeconds(i / rate) - TimeProvider.System.GetElapsedTime(start);
                // Thread.Sleep rounds down to milliseconds.
                if (due > TimeSpan.Zero)
                    Thread.Sleep(due + TimeSpan.FromMilliseconds(0.999));
            }

            call(i);
        }
    }
}
