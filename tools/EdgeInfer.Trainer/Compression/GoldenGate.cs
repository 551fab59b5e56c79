using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Bundles.Golden;
using EdgeInfer.Trainer.Data;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Whether a model answers golden windows as promised.</summary>
internal static class GoldenGate
{
    /// <exception cref="InvalidInputException">An output is off by more than the set's tolerance.</exception>
    public static void Require(string place, GoldenSet golden, IPreprocessor preprocessor, IModel model)
    {
        var output = new float[model.OutputLength];
        for (var index = 0; index < golden.Cases.Count; index++)
        {
            model.Predict(PreprocessedWindows.Of(golden.Cases[index].Window, preprocessor), output);
            var off = output.Zip(golden.Cases[index].Output, (found, wanted) => Math.Abs((double)found - wanted)).Max();
            if (!(off <= golden.Tolerance))
                throw new InvalidInputException(
                    place, $"golden case {index}: an output is off by {off}, {golden.Tolerance} is allowed; nothing was exported");
        }
    }
}
