namespace EdgeInfer.Onnx.Scan;

/// <summary>Bounds of what reaches ONNX Runtime, each several times what a model for a small device needs.</summary>
internal static class OnnxLimits
{
    /// <summary>A MobileNet V2 in fp32 has 14 MB; twice that no longer fits the runtime's heap.</summary>
    public const int MaxFileBytes = 16 << 20;

    public const int MaxNodes = 4096;
    public const int MaxTensors = 8192;
    public const int MaxGraphInputs = MaxTensors + 1;
    public const int MaxGraphOutputs = 16;
    public const int MaxOperands = 64;
    public const int MaxAttributes = 64;
    public const int MaxNameBytes = 1024;
    public const int MaxRank = 8;

    /// <summary>Values of one tensor; every one costs at least a byte of a file that is bounded itself.</summary>
    public const long MaxElements = MaxFileBytes;

    /// <summary>Strides, pads, kernels and axes; the extremes of int64, which mean "to the end", are let through.</summary>
    public const long MaxAttributeInteger = 1 << 24;

    /// <summary>Node ids of the largest ensembles of an attribute each; 8 MB while they are looked at.</summary>
    public const int MaxAttributeIntegers = 1 << 20;

    /// <summary>Bytes that ONNX Runtime may hold for weights and activations of all models together.</summary>
    public const uint MaxArenaBytes = 256u << 20;

    /// <summary>The lowest operator set that ONNX Runtime guarantees.</summary>
    public const long MinOpset = 7;

    public const long MaxOpset = 24;
    public const long MaxTreeOpset = 5;
}
