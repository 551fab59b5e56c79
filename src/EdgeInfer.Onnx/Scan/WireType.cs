namespace EdgeInfer.Onnx.Scan;

/// <summary>How a protobuf field is laid out; groups (3 and 4) are not used by ONNX.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
