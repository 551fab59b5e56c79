using System.Runtime.InteropServices;

namespace EdgeInfer.Recordings.Clocks;

/// <summary>
/// Steps in time, counted in bounded memory: each by itself while few are different, else in classes that double in width until
/// they are few. The rate comes out as <see cref="RateOfTimes.OfSteps"/> has it; its median is exact to a class.
/// </summary>
internal sealed class StepCounts
{
    private const int MostClasses = 1 << 16;
    private const int GapSteps = 10;

    private Dictionary<long, (long Count, Int128 Sum)> _classes = [];
    private long _width = 1;
    private long _step = -1;
    private long _repeated;

    /// <summary>Classes that are held.</summary>
    public int Classes => _classes.Count;

    /// <param name="step">ns; steps back are left out.</param>
    public void Add(long step)
    {
        if (step != _step)
        {
            Flush();
            _step = step;
        }

        _repeated++;
    }

    /// <summary>Takes the steps of another recording.</summary>
    public void Add(StepCounts other)
    {
        other.Flush();
        foreach (var (count, sum) in other._classes.Values)
            Count((long)(sum / count), count, sum);
    }

    /// <summary>Samples per second, or null where no sample comes after another one.</summary>
    public double? RateHz()
    {
        Flush();
        var forward = _classes.Where(steps => steps.Value.Sum > 0).OrderBy(steps => steps.Key).ToArray();
        var left = forward.Sum(steps => steps.Value.Count) / 2;
        if (forward.Length == 0)
            return null;
        var median = forward[0];
        foreach (var steps in forward)
        {
            median = steps;
            left -= steps.Value.Count;
            if (left < 0)
                break;
        }

        var middle = (long)(median.Value.Sum / median.Value.Count);
        var near = _classes.Values.Where(steps => (long)(steps.Sum / steps.Count) / GapSteps <= middle).ToArray();
        var sum = near.Aggregate((Int128)0, (total, steps) => total + steps.Sum);
        return (double)near.Sum(steps => steps.Count) * TimeUnit.NanosecondsPerSecond / (double)sum;
    }

    private void Flush()
    {
        if (_repeated > 0 && _step >= 0)
            Count(_step, _repeated, (Int128)_step * _repeated);
        _repeated = 0;
    }

    private void Count(long step, long count, Int128 sum)
    {
        ref var steps = ref CollectionsMarshal.GetValueRefOrAddDefault(_classes, step / _width, out _);
        steps = (steps.Count + count, steps.Sum + sum);
        while (_classes.Count > MostClasses)
            Widen();
    }

    private void Widen()
    {
        var before = _classes;
        _classes = new(before.Count);
        _width *= 2;
        foreach (var (index, steps) in before)
        {
            ref var wide = ref CollectionsMarshal.GetValueRefOrAddDefault(_classes, index / 2, out _);
            wide = (wide.Count + steps.Count, wide.Sum + steps.Sum);
        }
    }
}
