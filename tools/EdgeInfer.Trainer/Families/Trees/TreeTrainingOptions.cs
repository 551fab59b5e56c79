namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>Size of an ensemble; FastTree's own defaults but for the quick one.</summary>
/// <param name="Trees">Trees a class.</param>
/// <param name="Leaves">Leaves a tree, at most.</param>
/// <param name="MinimumWindowsPerLeaf">Training windows that a leaf must hold.</param>
/// <param name="LearningRate">Share of each tree's answer that boosting takes; unused by forests.</param>
internal sealed record TreeTrainingOptions(int Trees, int Leaves, int MinimumWindowsPerLeaf, double LearningRate)
{
    public static TreeTrainingOptions Full { get; } = new(Trees: 100, Leaves: 20, MinimumWindowsPerLeaf: 10, LearningRate: 0.2);

    public static TreeTrainingOptions Quick { get; } = Full with { Trees = 30 };
}
