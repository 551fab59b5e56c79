
namespace EdgeInfer.Datasets.Checking;

/// <summary>What a check found.</summary>
/// <param name="Recordings">Recordings that were looked at.</param>
/// <param name="Problems">Each one line naming file, line and field; empty where the data set is in order.</param>
/// <param name="Notes">What is allowed but worth knowing.</param>
public sealed record CheckReport(int Recordings, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes);
