using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>Walks from exits of heads to the leaves below, four at a time.</summary>
internal sealed class TailWalk(HeadLayout layout)
{
    public const int Lanes = 4;

    private readonly int[] _roots = layout.TailRoots;
    private readonly TailNode[] _nodes = layout.TailNodes;
    private readonly double[] _values = layout.TailValues;

    /// <summary>Sum of the leaves reached.</summary>
    /// <param name="exits">The exits; room for <see cref="Lanes"/> more than <paramref name="count"/>.</param>
    public double Of(int[] exits, int count, ref byte ranks)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        var sum = 0.0;
        for (var i = 0; i < count; i += Lanes)
        {
            nint a = _roots[exits[i]];
            nint b = i + 1 < count ? _roots[exits[i + 1]] : 0;
            nint c = i + 2 < count ? _roots[exits[i + 2]] : 0;
            nint d = i + 3 < count ? _roots[exits[i + 3]] : 0;
            nint moved;
            do
            {
                var (e, f, g, h) = (Next(ref nodes, a, ref ranks), Next(ref nodes, b, ref ranks), Next(ref nodes, c, ref ranks), Next(ref nodes, d, ref ranks));
                moved = (a ^ e) | (b ^ f) | (c ^ g) | (d ^ h);
                (a, b, c, d) = (e, f, g, h);
            }
            while (moved != 0);

            sum += Unsafe.Add(ref values, a) + Unsafe.Add(ref values, b) + (Unsafe.Add(ref values, c) + Unsafe.Add(ref values, d));
        }

        return sum;
    }

    /// <summary>The comparison as the sign bit of a difference: a conditional compiles to a branch here, which costs three times as much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Next(ref TailNode nodes, nint slot, ref byte ranks)
    {
        ref readonly var node = ref Unsafe.Add(ref nodes, slot);
        return node.Child + (nint)((uint)(node.Place - Unsafe.Add(ref ranks, (nint)node.Segment)) >> 31);
    }
}
