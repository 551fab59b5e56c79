using EdgeInfer.Trainer.Onnx;
using EdgeInfer.Trainer.Onnx.NetworkFiles;
using EdgeInfer.Trainer.Onnx.Schema;
using EdgeInfer.Trainer.Quantization.Plan;

namespace EdgeInfer.Trainer.Quantization;

/// <summary>
/// Writes a network as static int8 in QDQ form: unsigned activations with scalar scale and zero point, signed weights
/// per output channel, 32-bit biases. A tensor keeps its name where it has been quantised and dequantised.
/// </summary>
internal sealed class QdqGraph(QuantizationPlan plan, IReadOnlyDictionary<string, AffineRange> ranges, string file)
{
    private const float LeastConstant = 1e-30f;

    private readonly GraphProto _graph = new() { Name = plan.Graph.Name };
    private readonly HashSet<string> _written = [];
    private readonly Dictionary<string, string> _dequantizedInput = [];

    public GraphProto Write()
    {
        _graph.Input.AddRange(plan.Graph.Input);
        _graph.Output.AddRange(plan.Graph.Output);
        foreach (var input in plan.Graph.Input.Where(input => plan.IsQuantized(input.Name)))
        {
            _dequantizedInput[input.Name] = $"{input.Name}_dq";
            QuantizeDequantize(input.Name, _dequantizedInput[input.Name], input.Name);
        }

        foreach (var node in plan.Graph.Node)
            Write(node.Clone());
        return _graph;
    }

    private void Write(NodeProto node)
    {
        if (NetworkOperators.RoleOf(node) == OperatorRole.Weighted)
            Weigh(node);
        for (var i = 0; i < node.Input.Count; i++)
            node.Input[i] = Operand(node, node.Input[i]);
        var output = node.Output[0];
        var quantized = plan.IsQuantized(output);
        if (quantized)
            node.Output[0] = Real(output);
        _graph.Node.Add(node);
        if (quantized)
            QuantizeDequantize(node.Output[0], output, plan.Owner(output));
    }

    private string Operand(NodeProto node, string tensor)
    {
        if (plan.IsUnrounded(node, tensor))
            return Real(tensor);
        if (_dequantizedInput.TryGetValue(tensor, out var dequantized))
            return dequantized;
        if (!plan.Links.IsConstant(tensor))
            return tensor;
        return NetworkOperators.RoleOf(node) is OperatorRole.Arithmetic or OperatorRole.Join && plan.IsInteger(node)
            ? ConstantOperand(tensor)
            : Copy(tensor);
    }

    /// <summary>Name of a tensor before it is quantised.</summary>
    private static string Real(string tensor) => $"{tensor}_real";

    private string Copy(string constant)
    {
        if (_written.Add(constant))
            _graph.Initializer.Add(plan.Links.Constant(constant));
        return constant;
    }

    private string ConstantOperand(string constant)
    {
        var name = $"{constant}_dq";
        if (!_written.Add(name))
            return name;
        var tensor = plan.Links.Constant(constant);
        var values = TensorValues.Of(tensor, file);
        // Any scale holds a constant of zeros, or of what is too small for a scale.
        var range = Array.TrueForAll(values, value => Math.Abs(value) < LeastConstant)
            ? new AffineRange(1, 0)
            : AffineRange.Covering(values.Min(), values.Max());
        byte[] quantized = [.. values.Select(range.Quantize)];
        var stored = Constant($"{constant}_q", (ReadOnlySpan<byte>)quantized, [.. tensor.Dims]);
        var (scale, zero) = Parameters(constant, range);
        return Add("DequantizeLinear", name, [stored, scale, zero]);
    }

    private void QuantizeDequantize(string real, string output, string owner)
    {
        var (scale, zero) = Parameters(owner, ranges[owner]);
        var quantized = Add("QuantizeLinear", $"{output}_q", [real, scale, zero]);
        Add("DequantizeLinear", output, [quantized, scale, zero]);
    }

    private (string Scale, string Zero) Parameters(string tensor, AffineRange range) => (
        Once<float>($"{tensor}_scale", [range.Scale]),
        range.ZeroPoint == 0 ? Once<byte>("quantization_zero", [0]) : Once<byte>($"{tensor}_zero", [range.ZeroPoint]));

    /// <summary>Exchanges the weights and the bias of a node for dequantised ones.</summary>
    private void Weigh(NodeProto node)
    {
        var tensor = plan.Links.Constant(node.Input[1]);
        var values = TensorValues.Of(tensor, file);
        // A product that was left as MatMul has its outputs last, all others first.
        var axis = node.OpType == "MatMul" ? tensor.Dims.Count - 1 : 0;
        var outputs = (int)tensor.Dims[axis];
        var bias = node.Input.Count > 2 && node.Input[2].Length > 0 ? TensorValues.Of(plan.Links.Constant(node.Input[2]), file) : [];
        var inputScale = ranges[plan.Owner(node.Input[0])].Scale;
        var weights = QuantizedWeights.Of(values, outputs, axis == 0 ? values.Length / outputs : 1, bias, inputScale);

        var name = node.Output[0];
        node.Input[1] = Add(
            "DequantizeLinear",
            $"{name}_w_dq",
            [
                Constant<sbyte>($"{name}_w_q", weights.Values, [.. tensor.Dims]),
                Constant<float>($"{name}_w_scale", weights.Scales, outputs),
                // Not shared: ONNX Runtime rewrites it on x64 without VNNI, once for every layer, and fails at the second.
                Constant<sbyte>($"{name}_w_zero", new sbyte[outputs], outputs),
            ],
            OnnxAttribute.Of("axis", axis));
        if (bias.Length == 0)
            return;
        node.Input[2] = Add(
            "DequantizeLinear",
            $"{name}_b_dq",
            [
                Constant<int>($"{name}_b_q", weights.Bias(bias, inputScale), outputs),
                Constant<float>($"{name}_b_scale", [.. weights.Scales.Select(scale => scale * inputScale)], outputs),
            ],
            OnnxAttribute.Of("axis", 0));
    }

    private string Constant<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        _graph.Initializer.Add(OnnxGraph.Tensor(name, values, shape));
        return name;
    }

    private string Once<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged => _written.Add(name) ? Constant(name, values, shape) : name;

    /// <summary>Adds a node without a name, which would cost a small network a tenth of its file, and returns its output.</summary>
    private string Add(string opType, string output, ReadOnlySpan<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = opType };
        foreach (var input in inputs)
            node.Input.Add(input);
        node.Output.Add(output);
        foreach (var attribute in attributes)
            node.Attribute.Add(attribute);
        _graph.Node.Add(node);
        return output;
    }
}
