namespace EdgeInfer.Trainer.Torch;

/// <summary>What computes a training.</summary>
internal enum TrainingDevice
{
    Cpu,

    /// <summary>Where the user has added libtorch for CUDA; the same seed does not give the same bytes there.</summary>
    Cuda,
}
