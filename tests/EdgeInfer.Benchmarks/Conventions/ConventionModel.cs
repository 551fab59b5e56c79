using EdgeInfer.Trainer.Quantization;
using EdgeInfer.Trainer.Quantization.Calibration;
using Google.Protobuf;

namespace EdgeInfer.Benchmarks.Conventions;

/// <summary>Our own QDQ graph, rewritten to what a convention would have made of the same network and inputs.</summary>
internal static class ConventionModel
{
    /// <param name="convention">How.</param>
    /// <param name="fp32">Content of an ONNX file of ours.</param>
    /// <param name="name">File or bundle, for errors.</param>
    /// <param name="inputs">Preprocessed inputs to calibrate on.</param>
    public static byte[] Write(Convention convention, ReadOnlyMemory<byte> fp32, string name, IReadOnlyList<float[]> inputs)
    {
        var written = IntegerModel.Write(fp32, name, inputs, CalibrationMethod.MinMax);
        QuantizedAnswers.Add(written, inputs);
        ConventionWeights.Apply(written, convention);
        if (convention.SignedActivations)
            SignedActivations.Apply(written.Model.Graph);
        return written.Model.ToByteArray();
    }
}
