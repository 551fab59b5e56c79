namespace EdgeInfer.Benchmarks.Harness;

/// <summary>How long and in which order contenders are measured.</summary>
internal sealed record InterleavedOptions
{
    /// <summary>Rounds that count; in each of them every contender runs one block.</summary>
    public int Rounds { get; init; } = 60;

    /// <summary>Seed of the order in each round.</summary>
    public int Seed { get; init; } = 20261122;

    /// <summary>Length of a block that its number of calls is chosen for.</summary>
    public TimeSpan Block { get; init; } = TimeSpan.FromMilliseconds(3);

    /// <summary>What each contender runs before anything counts: past the runtime's 100 ms delay before it recompiles.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(400);
}
