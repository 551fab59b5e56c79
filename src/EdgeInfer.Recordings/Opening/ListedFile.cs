using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>A file of the task, before its rows are known.</summary>
/// <param name="Row">What split.csv says of it.</param>
/// <param name="Place">Where it is listed, for errors.</param>
/// <param name="FullPath">Path to open.</param>
internal sealed record ListedFile(SplitRow Row, string Place, string FullPath);
