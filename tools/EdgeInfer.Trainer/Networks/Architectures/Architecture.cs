using EdgeInfer.Core.Tasks;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>Architectures by the name that the command line knows.</summary>
internal static class Architecture
{
    public const string DepthwiseSeparable = "ds-cnn";
    public const string Residual = "resnet8";
    public const string Autoencoder = "autoencoder";

    public static readonly string[] All = [DepthwiseSeparable, Residual, Autoencoder];

    public static string DefaultFor(NetworkInput input, TaskKind task) =>
        task == TaskKind.Anomaly ? Autoencoder : input.Height > 1 ? Residual : DepthwiseSeparable;

    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="input">What the network sees.</param>
    /// <param name="classes">Outputs of a classifier; an autoencoder has as many as it sees values.</param>
    /// <param name="scale">Multipliers.</param>
    public static LayerGraph Create(string name, NetworkInput input, int classes, ArchitectureScale scale) => name switch
    {
        DepthwiseSeparable when input.Height == 1 => WindowDepthwiseSeparable.Create(input, classes, scale),
        DepthwiseSeparable => ImageDepthwiseSeparable.Create(input, classes, scale),
        Residual => Residual8.Create(input, classes, scale),
        Autoencoder => DenseAutoencoder.Create(input, AutoencoderShape.Of(scale)),
        _ => throw new ArgumentException($"no architecture '{name}'"),
    };
}
