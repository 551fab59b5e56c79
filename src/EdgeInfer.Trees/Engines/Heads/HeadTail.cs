namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>Where a row goes on that leaves a head for a subtree: the head of that subtree.</summary>
/// <param name="Block">Offset of its block, in bytes.</param>
/// <param name="FirstExit">Index of its first exit.</param>
internal readonly record struct HeadTail(int Block, int FirstExit);
