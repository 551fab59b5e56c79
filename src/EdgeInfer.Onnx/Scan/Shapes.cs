namespace EdgeInfer.Onnx.Scan;

internal static class Shapes
{
    /// <summary>Product of the dimensions; null where one is negative or the product passes the limit.</summary>
    public static long? ElementCount(IEnumerable<long> dims)
    {
        long count = 1;
        foreach (var dim in dims)
        {
            if (dim is < 0 or > OnnxLimits.MaxElements)
                return null;
            count *= dim;
            if (count > OnnxLimits.MaxElements)
                return null;
        }

        return count;
    }
}
