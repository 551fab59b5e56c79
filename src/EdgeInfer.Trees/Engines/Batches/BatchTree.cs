namespace EdgeInfer.Trees.Engines.Batches;

/// <param name="Output">Where its leaf is added.</param>
/// <param name="FirstStep">Its first step.</param>
/// <param name="Steps">How many it has; none for a constant, whose leaf is number 0.</param>
/// <param name="FirstValue">Value of its leaf 0.</param>
internal readonly record struct BatchTree(int Output, int FirstStep, int Steps, int FirstValue);
