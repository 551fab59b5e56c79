namespace EdgeInfer.Recordings.Ledger;

/// <summary>What a user started: all that its processes open of a test side is one opening.</summary>
/// <param name="Id">Unique.</param>
public sealed record OpeningRun(string Id)
{
    /// <summary>Environment variable by which a process hands its run on to those that it starts.</summary>
    public const string Variable = "EDGEINFER_RUN";

    /// <summary>The run that this process is part of, or its own.</summary>
    public static OpeningRun OfProcess { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 and <= 64 } given ? new(given) : New();

    public static OpeningRun New() => new(Guid.NewGuid().ToString("n"));
}
