namespace EdgeInfer.Benchmarks.Trees;

/// <summary>What a peer took itself.</summary>
/// <param name="Case">As in <see cref="TreeRecord"/>.</param>
/// <param name="Mode">As in <see cref="TreeRecord"/>.</param>
/// <param name="Peer">Its name, with the version where it has several ways.</param>
/// <param name="NsMedian">Median of a call, nanoseconds.</param>
/// <param name="Agreement">With the scores that ours must have.</param>
internal sealed record PeerRecord(string Case, string Mode, string Peer, double NsMedian, Agreement Agreement);
