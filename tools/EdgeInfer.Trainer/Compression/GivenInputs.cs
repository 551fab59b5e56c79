using EdgeInfer.Core.Tasks;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Models.Preprocessing;
using EdgeInfer.Trainer.Comparing;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Calibration inputs that a user names: a .npy file as the network takes them, or the golden windows of a bundle.</summary>
internal static class GivenInputs
{
    public static float[][] Read(string place)
    {
        if (place.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
            return NumpyFile.Read(place);
        var bundle = BundleReader.Open(place);
        var preprocessor = Preprocessors.Create(bundle.Manifest.Preprocessing, bundle.Manifest.Input.ToShape());
        var cases = bundle.Golden.Cases;
        if (bundle.Manifest.Task.Kind == TaskKind.Classification)
            CalibrationSet.RequireClasses(place, [.. cases.Select(each => Array.IndexOf(each.Output, each.Output.Max()))]);
        return [.. cases.Select(each => PreprocessedWindows.Of(each.Window, preprocessor))];
    }
}
