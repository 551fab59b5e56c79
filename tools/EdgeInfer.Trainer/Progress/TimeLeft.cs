namespace EdgeInfer.Trainer.Progress;

/// <summary>How long the rest takes at the pace so far; steps that were found done tell no pace.</summary>
internal sealed class TimeLeft(int total, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private double _done;
    private double _found;

    public void Reach(double done, bool found)
    {
        if (found)
            _found += done - _done;
        _done = done;
    }

    /// <summary>Null before the first step that took time.</summary>
    public TimeSpan? Estimate => _done > _found ? time.GetElapsedTime(_start) * ((total - _done) / (_done - _found)) : null;
}
