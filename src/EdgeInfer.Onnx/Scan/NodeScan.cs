namespace EdgeInfer.Onnx.Scan;

/// <summary>Checks a NodeProto: a known domain, no subgraph, bounded operands and attributes.</summary>
internal static class NodeScan
{
    private const int Input = 1, Output = 2, Attribute = 5;

    private static readonly string[] Domains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    /// <summary>Returns the operator, with its domain where that is not ONNX's own.</summary>
    public static string Check(WireReader node)
    {
        var identity = NodeIdentity.Read(node);
        var (operands, attributes) = (0, 0);
        while (node.TryNext(out var field))
        {
            switch (field)
            {
                case Input or Output:
                    node.ReadName();
                    operands++;
                    break;
                case Attribute:
                    AttributeScan.Check(node.ReadMessage($"{node.Place} {identity}"));
                    attributes++;
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        if (operands > OnnxLimits.MaxOperands)
            throw node.Error($"{identity}: {operands} inputs and outputs, at most {OnnxLimits.MaxOperands} are read");
        if (attributes > OnnxLimits.MaxAttributes)
            throw node.Error($"{identity}: {attributes} attributes, at most {OnnxLimits.MaxAttributes} are read");
        var (_, operation, domain) = identity;
        if (!Domains.Contains(domain))
            throw node.Error($"{identity}: operator domain '{domain}'; only ONNX's own, ai.onnx.ml and com.microsoft are run");
        return domain is "" or "ai.onnx" ? operation : $"{domain}.{operation}";
    }
}
