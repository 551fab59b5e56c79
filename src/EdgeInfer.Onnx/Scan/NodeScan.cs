namespace EdgeInfer.Onnx.Scan;

/// <summary>Checks a NodeProto: a known domain, no subgraph, bounded operands and attributes.</summary>
internal static class NodeScan
{
    private const int Input = 1, Output = 2, Name = 3, OpType = 4, Attribute = 5, Domain = 7;

    private static readonly string[] Domains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    /// <summary>Returns the operator, with its domain where that is not ONNX's own.</summary>
    public static string Check(WireReader node)
    {
        var (name, operation, domain) = Identify(node);
        var label = $"'{name}' ({operation})";
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
                    AttributeScan.Check(node.ReadMessage($"{node.Place} {label}"));
                    attributes++;
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        if (operands > OnnxLimits.MaxOperands)
            throw node.Error($"{label}: {operands} inputs and outputs, at most {OnnxLimits.MaxOperands} are read");
        if (attributes > OnnxLimits.MaxAttributes)
            throw node.Error($"{label}: {attributes} attributes, at most {OnnxLimits.MaxAttributes} are read");
        if (!Domains.Contains(domain))
            throw node.Error($"{label}: operator domain '{domain}'; only ONNX's own, ai.onnx.ml and com.microsoft are run");
        return domain is "" or "ai.onnx" ? operation : $"{domain}.{operation}";
    }

    private static (string Name, string Operation, string Domain) Identify(WireReader node)
    {
        var (name, operation, domain) = ("", "", "");
        while (node.TryNext(out var field))
        {
            switch (field)
            {
                case Name:
                    name = node.ReadName();
                    break;
                case OpType:
                    operation = node.ReadName();
                    break;
                case Domain:
                    domain = node.ReadName();
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        return (name, operation, domain);
    }
}
