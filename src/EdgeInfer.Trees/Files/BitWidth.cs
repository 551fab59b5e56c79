using System.Numerics;

namespace EdgeInfer.Trees.Files;

internal static class BitWidth
{
    /// <summary>Bits that hold 0 to <paramref name="count"/> - 1: the logarithm to base 2, rounded up; 0 for a count of 0 or 1.</summary>
    public static int OfIndex(int count) => count < 2 ? 0 : BitOperations.Log2((uint)count - 1) + 1;
}
