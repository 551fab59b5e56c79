using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Trainer.Families.Networks;
using EdgeInfer.Trainer.Networks.Architectures;

namespace EdgeInfer.Trainer.Families.Cnn;

/// <summary>Convolutional networks on raw windows or images.</summary>
internal static class CnnFamily
{
    public static string FamilyName => ModelFamily.Cnn.Name;

    public static NetworkFamily Registration { get; } = new(
        FamilyName,
        [Architecture.DepthwiseSeparable, Architecture.Residual],
        (trained, folder, margin) => new CnnExport(trained).Write(folder, margin),
        data => new CnnFold(data));
}
