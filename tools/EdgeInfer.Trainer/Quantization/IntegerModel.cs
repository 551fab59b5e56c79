using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Simplification;
using EdgeInfer.Trainer.Quantization.Calibration;
using EdgeInfer.Trainer.Quantization.Plan;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>A network in static int8, from nothing but its graph in fp32 and inputs to calibrate on.</summary>
internal static class IntegerModel
{
    private const string Producer = "EdgeInfer";

    /// <param name="fp32">Content of an ONNX file.</param>
    /// <param name="name">File or bundle, for errors.</param>
    /// <param name="inputs">Preprocessed inputs, channel-major.</param>
    /// <param name="method">How ranges are taken from them.</param>
    /// <returns>An ONNX file in QDQ form whose optimised graph on this machine computes in integers.</returns>
    /// <exception cref="InvalidInputException">
    /// The file is refused, the inputs don't calibrate it, or a layer would run in float on this machine.
    /// </exception>
    public static byte[] Quantize(ReadOnlyMemory<byte> fp32, string name, IReadOnlyList<float[]> inputs, CalibrationMethod method)
    {
        var written = Write(fp32, name, inputs, method);
        var int8 = OnnxProto.Write(written.Model);
        OptimizedGraph.RequireIntegers(name, int8, written.Plan.FloatNodes);
        return int8;
    }

    /// <summary>As <see cref="Quantize"/>, but whatever this machine would make of it.</summary>
    internal static QdqModel Write(ReadOnlyMemory<byte> fp32, string name, IReadOnlyList<float[]> inputs, CalibrationMethod method)
    {
        var network = SimplifiedGraph.Simplify(NetworkFile.Parse(fp32, name));
        DenseForm.Apply(network);
        var plan = new QuantizationPlan(network);
        var ranges = ActivationRanges.Of(plan, CalibratedRanges.Calibrate(network, plan.Owners, inputs, method), name);
        var model = network.Model.Clone();
        model.ProducerName = Producer;
        model.Graph = new QdqGraph(plan, ranges, name).Write();
        return new QdqModel(network, plan, ranges, model);
    }
}
