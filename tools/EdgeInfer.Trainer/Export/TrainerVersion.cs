namespace EdgeInfer.Trainer.Export;

/// <summary>The version that bundles and checkpoints carry.</summary>
internal static class TrainerVersion
{
    public static string Current { get; } = typeof(TrainerVersion).Assembly.GetName().Version!.ToString(3);
}
