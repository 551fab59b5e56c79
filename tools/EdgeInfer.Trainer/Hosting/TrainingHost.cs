using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Hosting;

/// <summary>Training is proven on linux-x64 only: FastTree and libtorch have natives for it, and the parity tests run there.</summary>
internal static class TrainingHost
{
    public const string Proven = "linux-x64";

    public static string Current =>
        $"{(OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsWindows() ? "win" : "other")}" +
        $"-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <exception cref="InvalidInputException">The host is another one than <see cref="Proven"/>.</exception>
    public static void Require(string host)
    {
        if (host != Proven)
            throw new InvalidInputException(
                "this host", $"training is proven on {Proven} only, and this is {host}; train there and copy the bundles");
    }
}
