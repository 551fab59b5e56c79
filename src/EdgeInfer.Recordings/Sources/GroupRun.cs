namespace EdgeInfer.Recordings.Sources;

/// <summary>Neighbouring rows of one group.</summary>
internal sealed record GroupRun(string Group, int First, int Count);
