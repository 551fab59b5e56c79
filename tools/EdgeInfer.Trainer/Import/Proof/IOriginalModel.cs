using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Import.Proof;

/// <summary>A file as it came, byte for byte, in ONNX Runtime.</summary>
internal interface IOriginalModel : IDisposable
{
    /// <param name="rows">Inputs of the imported model.</param>
    /// <exception cref="InvalidInputException">
    /// ONNX Runtime can't run the file, or it gives something else than scores and labels.
    /// </exception>
    OriginalAnswers Answer(IReadOnlyList<float[]> rows);
}
