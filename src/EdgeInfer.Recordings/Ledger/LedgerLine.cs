namespace EdgeInfer.Recordings.Ledger;

/// <summary>One line of the ledger.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Run">What the user started.</param>
/// <param name="Verb">Of edgeinfer: train, compare, replay, ...</param>
/// <param name="Task">Name of the data set's task.</param>
/// <param name="Split">Name of the split.</param>
/// <param name="SplitSha256">Hash over (recording, group, split): openings of one test side bear the same.</param>
/// <param name="Bundles">SHA-256 of the bundles that were judged, as far as there were some before.</param>
/// <param name="Count">Openings of that test side, this one included.</param>
internal sealed record LedgerLine(
    DateTimeOffset Time,
    string Run,
    string Verb,
    string Task,
    string Split,
    string SplitSha256,
    IReadOnlyList<string> Bundles,
    int Count);
