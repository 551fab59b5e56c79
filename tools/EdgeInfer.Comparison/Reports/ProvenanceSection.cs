namespace EdgeInfer.Comparison.Reports;

/// <param name="Created">UTC.</param>
/// <param name="Command">Command that made the report.</param>
/// <param name="Runtime">Version of the program that answered the windows.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Attribution">What the licence asks to be said.</param>
/// <param name="DataSha256">Hash over the recordings.</param>
/// <param name="SplitSha256">Hash over (recording, group, split).</param>
/// <param name="LeftOut">Recordings in the folder that no figure is of, as a sentence; null where there are none.</param>
public sealed record ProvenanceSection(
    DateTimeOffset Created,
    string Command,
    string Runtime,
    string Licence,
    string? Attribution,
    string DataSha256,
    string SplitSha256,
    string? LeftOut);
