namespace EdgeInfer.Trainer.Hosting;

/// <summary>The version that bundles carry.</summary>
internal static class TrainerVersion
{
    public static string Current { get; } = typeof(TrainerVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>Tells this code from other code of the same version: the compiler makes the same number of the same source alone.</summary>
    public static string Build { get; } = $"{Current} build {typeof(TrainerVersion).Module.ModuleVersionId:N}";
}
