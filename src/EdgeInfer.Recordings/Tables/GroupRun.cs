namespace EdgeInfer.Recordings.Tables;

/// <summary>Neighbouring rows of one group.</summary>
internal sealed record GroupRun(string Group, int First, int Count);
