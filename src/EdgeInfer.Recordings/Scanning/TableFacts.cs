namespace EdgeInfer.Recordings.Scanning;

/// <summary>What one pass over a file found.</summary>
/// <param name="Runs">Of each recording in it, in the order of the rows.</param>
/// <param name="Notes">What was made of the rows that is worth knowing.</param>
internal sealed record TableFacts(IReadOnlyList<RunFacts> Runs, IReadOnlyList<string> Notes)
{
    /// <summary>Of the recording that begins at a row.</summary>
    public RunFacts At(int first) => Runs.First(run => run.Run.First == first);
}
