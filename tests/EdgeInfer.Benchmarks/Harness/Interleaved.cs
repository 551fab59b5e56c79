using System.Diagnostics;
using EdgeInfer.Measurement.Cpu;

namespace EdgeInfer.Benchmarks.Harness;

/// <summary>
/// Measures contenders in rounds: in each round every contender runs one block, in an order drawn for that round, so
/// that whatever the machine does meanwhile meets all of them. Time is the calling thread's CPU time, which other
/// processes on a shared machine hardly change; what a contender does on other threads is not counted against it.
/// </summary>
internal static class Interleaved
{
    /// <param name="rows">Contenders are called with 0 to this less one, over and over.</param>
    public static InterleavedResult Measure(IReadOnlyList<Contender> contenders, int rows, InterleavedOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        Block[] blocks = [.. contenders.Select(contender => new Block(contender, rows))];
        foreach (var block in blocks)
            block.WarmUp(options.WarmUp);
        foreach (var block in blocks)
            block.Calibrate(options.Block);

        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, blocks.Length).ToArray();
        var nanoseconds = blocks.Select(_ => new double[options.Rounds]).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
                nanoseconds[index][round] = blocks[index].Run();
        }

        return new InterleavedResult(
            [.. blocks.Select((block, index) => new ContenderResult(block.Name, nanoseconds[index], block.AllocatedBytes()))]);
    }

    private sealed class Block(Contender contender, int rows)
    {
        private int _calls = 1;
        private int _row;

        public string Name => contender.Name;

        public void WarmUp(TimeSpan time)
        {
            var start = Stopwatch.GetTimestamp();
            do
                Run();
            while (Stopwatch.GetElapsedTime(start) < time);
        }

        /// <summary>Doubles the calls until a block lasts half as long as wanted, then scales.</summary>
        public void Calibrate(TimeSpan wanted)
        {
            _calls = 1;
            double nanoseconds;
            while ((nanoseconds = Run()) * _calls < wanted.TotalNanoseconds / 2)
                _calls = checked(_calls * 2);
            _calls = Math.Max(1, (int)(wanted.TotalNanoseconds / nanoseconds));
        }

        /// <summary>Nanoseconds a call.</summary>
        public double Run()
        {
            var start = CpuNanoseconds();
            for (var i = 0; i < _calls; i++)
                Next();
            return (CpuNanoseconds() - start) / (double)_calls;
        }

        /// <summary>Bytes a call on this thread, over every row once.</summary>
        public double AllocatedBytes()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < rows; i++)
                Next();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rows;
        }

        private static long CpuNanoseconds() => ThreadCpuClock.TryRead(out var nanoseconds)
            ? nanoseconds
            : throw new PlatformNotSupportedException("CPU time of a thread is read on Linux");

        private void Next()
        {
            contender.Call(_row);
            _row = _row + 1 == rows ? 0 : _row + 1;
        }
    }
}
