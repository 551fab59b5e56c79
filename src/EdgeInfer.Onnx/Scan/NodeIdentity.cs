namespace EdgeInfer.Onnx.Scan;

/// <summary>What a NodeProto is called and which operator it is.</summary>
internal readonly record struct NodeIdentity(string Name, string Operation, string Domain)
{
    private const int NameField = 3, OperationField = 4, DomainField = 7;

    public static NodeIdentity Read(WireReader node)
    {
        var (name, operation, domain) = ("", "", "");
        while (node.TryNext(out var field))
        {
            switch (field)
            {
                case NameField:
                    name = node.ReadName();
                    break;
                case OperationField:
                    operation = node.ReadName();
                    break;
                case DomainField:
                    domain = node.ReadName();
                    break;
                default:
                    node.Skip();
                    break;
            }
        }

        return new(name, operation, domain);
    }

    /// <summary>As errors name it: <c>'conv1' (Conv)</c>.</summary>
    public override string ToString() => $"'{Name}' ({Operation})";
}
