namespace EdgeInfer.Hub.Ingestion;

/// <summary>Which messages of every boot have arrived. Safe for use by several threads.</summary>
public sealed class SequenceLedger
{
    /// <summary>
    /// Boots held at once: four of each of 1,000 devices. The one that was silent longest makes room; its counts
    /// leave with it and are kept in <see cref="Forgotten"/>.
    /// </summary>
    public const int MaxBoots = 4_096;

    private readonly Dictionary<BootKey, Boot> _boots = [];
    private readonly Lock _access = new();
    private SequenceCounts _forgotten;
    private long _clock;

    /// <summary>Sum over the boots held.</summary>
    public SequenceCounts Total
    {
        get
        {
            lock (_access)
                return _boots.Values.Aggregate(default(SequenceCounts), static (sum, boot) => sum + boot.Counts);
        }
    }

    /// <summary>Sum over the boots that made room for others.</summary>
    public SequenceCounts Forgotten
    {
        get
        {
            lock (_access)
                return _forgotten;
        }
    }

    /// <summary>True when the message is new, false when it is a duplicate.</summary>
    /// <param name="seq">From 1.</param>
    public bool Record(BootKey key, long seq)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seq);
        lock (_access)
        {
            if (!_boots.TryGetValue(key, out var boot))
            {
                MakeRoom();
                _boots[key] = boot = new Boot();
            }

            boot.LastTouched = ++_clock;
            var isNew = boot.Intervals.Add(seq);
            if (isNew)
                boot.Received++;
            else
                boot.Duplicates++;
            return isNew;
        }
    }

    public SequenceCounts Of(BootKey key)
    {
        lock (_access)
            return _boots.TryGetValue(key, out var boot) ? boot.Counts : default;
    }

    public IReadOnlyDictionary<BootKey, SequenceCounts> Snapshot()
    {
        lock (_access)
            return _boots.ToDictionary(pair => pair.Key, pair => pair.Value.Counts);
    }

    private void MakeRoom()
    {
        if (_boots.Count < MaxBoots)
            return;
        var oldest = _boots.MinBy(static pair => pair.Value.LastTouched);
        _forgotten += oldest.Value.Counts;
        _boots.Remove(oldest.Key);
    }

    private sealed class Boot
    {
        public SequenceIntervals Intervals { get; } = new();

        public long Received { get; set; }

        public long Duplicates { get; set; }

        public long LastTouched { get; set; }

        public SequenceCounts Counts => new(Intervals.Highest, Received, Duplicates);
    }
}
