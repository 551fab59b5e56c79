using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Bundles.Preprocessing;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Import.Graphs;

namespace EdgeInfer.Trainer.Import;

/// <summary>What a file's input is made of, told by its width: our features of a window, or the window's own values.</summary>
/// <param name="Manifest">For the bundle.</param>
/// <param name="Preprocessor">The same, ready to run.</param>
internal sealed record InputBinding(ManifestPreprocessing Manifest, IPreprocessor Preprocessor)
{
    /// <exception cref="InvalidInputException">The width is that of neither.</exception>
    public static InputBinding Of(OnnxFile file, TaskData data)
    {
        var shape = data.Set.TestShape;
        var features = TaskFeatures.Of(data.Set);
        if (file.InputWidth is null || file.InputWidth == features.Extractor.OutputLength)
            return new InputBinding(features.Manifest, features.Extractor);
        // Standardisation by 0 and 1 hands values through unchanged.
        var (zeros, ones) = (Enumerable.Repeat(0f, shape.Channels.Count), Enumerable.Repeat(1f, shape.Channels.Count));
        return file.InputWidth == shape.ValueCount
            ? Bind(new ManifestPreprocessing(Standardization.Id, Mean: [.. zeros], Deviation: [.. ones]))
            : throw new InvalidInputException(
                file.Name,
                $"takes {file.InputWidth} features; windows of {data.Name} give {features.Extractor.OutputLength} features, "
                + $"or {shape.ValueCount} values as they are");

        InputBinding Bind(ManifestPreprocessing preprocessing) => new(preprocessing, Preprocessors.Create(preprocessing, shape));
    }
}
