namespace EdgeInfer.Trees.Engines.Walk;

/// <summary>Trees of one output that are walked together, a lane each.</summary>
/// <param name="FirstSlot">Where its slots start; the roots of the lanes come first.</param>
/// <param name="Depth">Steps after which every lane stands on a leaf.</param>
/// <param name="Output">Where its leaves are added.</param>
internal readonly record struct WalkGroup(int FirstSlot, int Depth, int Output);
