using EdgeInfer.Core.Errors;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Torch;

/// <summary>Opens what a training asks for.</summary>
internal static class TorchDevice
{
    /// <exception cref="InvalidInputException">CUDA was asked for, and libtorch has none here.</exception>
    public static Device Open(TrainingDevice device)
    {
        if (device == TrainingDevice.Cpu)
            return CPU;
        return cuda.is_available()
            ? CUDA
            : throw new InvalidInputException(
                "--device cuda", "libtorch finds no CUDA on this host: add TorchSharp's CUDA package and a driver, or train on cpu");
    }
}
