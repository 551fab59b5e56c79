using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Serving.Opening;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Calibration inputs that a user names: a .npy file as the network takes them, or the golden windows of a bundle.</summary>
/// <param name="Place">File or bundle, for errors.</param>
/// <param name="Shape">Of one input.</param>
/// <param name="Values">Of every input, row-major.</param>
internal sealed record GivenInputs(string Place, IReadOnlyList<int> Shape, float[][] Values)
{
    /// <exception cref="InvalidInputException">The file is damaged, or the bundle's own golden cases fail.</exception>
    public static GivenInputs Read(string place)
    {
        if (place.EndsWith(".npy", StringComparison.OrdinalIgnoreCase))
            return NumpyFile.Read(place);
        var bundle = BundleReader.Open(place);
        ReadyBundle.Of(bundle, place, TimeProvider.System).Dispose();
        var window = bundle.Manifest.Input.ToShape();
        var input = NetworkInput.Of(window);
        var preprocessor = Preprocessors.Create(bundle.Manifest.Preprocessing, window);
        var cases = bundle.Golden.Cases;
        if (bundle.Manifest.Task.Kind == TaskKind.Classification)
            CalibrationSet.RequireClasses(place, [.. cases.Select(each => Array.IndexOf(each.Output, each.Output.Max()))]);
        return new GivenInputs(
            place,
            bundle.Manifest.Preprocessing.FeatureNames is null ? [input.Channels, input.Height, input.Width] : [preprocessor.OutputLength],
            [.. cases.Select(each => PreprocessedWindows.Of(each.Window, preprocessor))]);
    }

    /// <summary>Dimensions of 1 move no value, nor does flattening: only the others have to be those of the network.</summary>
    /// <exception cref="InvalidInputException">
    /// The network takes inputs of another shape, for example channels last, or several at once; or ranges can't be taken from them.
    /// </exception>
    public void RequireFit(NetworkFile network)
    {
        if (network.InputShape[0] != 1)
            throw new InvalidInputException(
                network.Name, $"input '{network.Input}' has a batch of {network.InputShape[0]}; one of 1, or left open, is compressed");
        long[] wanted = [.. network.InputShape.Skip(1)], told = [.. wanted.Where(size => size != 1)];
        long[] given = [.. Shape.Where(size => size != 1)];
        if (!given.SequenceEqual(told) && !(told.Length == 1 && told[0] == Values[0].Length))
            throw new InvalidInputException(
                Place,
                $"inputs of shape [{string.Join(", ", Shape)}]; "
                + $"input '{network.Input}' of {network.Name} is [{string.Join(", ", wanted)}]");
        CalibrationSet.RequireVaried(Place, Values);
    }
}
