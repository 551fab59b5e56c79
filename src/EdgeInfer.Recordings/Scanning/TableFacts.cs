namespace EdgeInfer.Recordings.Scanning;

/// <summary>What one pass over a file found.</summary>
/// <param name="Runs">Of each recording in it, in the order of the rows.</param>
/// <param name="Notes">What was made of the rows that is worth knowing.</param>
internal sealed record TableFacts(IReadOnlyList<RunFacts> Runs, IReadOnlyList<string> Notes)
{
    private readonly Lazy<Dictionary<int, RunFacts>> _byFirst = new(() => Runs.ToDictionary(run => run.Run.First));

    /// <summary>Of the recording that begins at a row; of files without problems only.</summary>
    public RunFacts At(int first) => _byFirst.Value[first];
}
