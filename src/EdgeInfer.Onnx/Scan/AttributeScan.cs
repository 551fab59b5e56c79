namespace EdgeInfer.Onnx.Scan;

/// <summary>Checks an AttributeProto: numbers, texts and tensors only, never a graph or a function's parameter.</summary>
internal static class AttributeScan
{
    private const int Name = 1, Integer = 3, Tensor = 5, Graph = 6, Integers = 8, Tensors = 10, Graphs = 11;
    private const int TypeProto = 14, TypeProtos = 15, Reference = 21, SparseTensor = 22, SparseTensors = 23;

    public static void Check(WireReader attribute)
    {
        var name = "";
        List<long> integers = [];
        while (attribute.TryNext(out var field))
        {
            switch (field)
            {
                case Name:
                    name = attribute.ReadName();
                    break;
                case Integer or Integers:
                    attribute.ReadIntegers(integers, OnnxLimits.MaxAttributeIntegers);
                    break;
                case Tensor or Tensors:
                    TensorScan.Check(attribute.ReadMessage($"{attribute.Place}: attribute '{name}'"));
                    break;
                case Graph or Graphs:
                    throw attribute.Error($"attribute '{name}' holds a graph; a model is one graph without branches");
                case TypeProto or TypeProtos or Reference or SparseTensor or SparseTensors:
                    throw attribute.Error($"attribute '{name}' has a kind (field {field}) that is not read");
                default:
                    attribute.Skip();
                    break;
            }
        }

        foreach (var value in integers)
        {
            if (value is (> OnnxLimits.MaxAttributeInteger or < -OnnxLimits.MaxAttributeInteger)
                and not (long.MaxValue or long.MinValue))
                throw attribute.Error($"attribute '{name}' holds {value}, beyond {OnnxLimits.MaxAttributeInteger}");
        }
    }
}
