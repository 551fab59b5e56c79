using System.Runtime.InteropServices;
using System.Text;

namespace EdgeInfer.Trainer.Tests.Compression;

/// <summary>A .npy file of version 1.</summary>
internal static class NumpyBytes
{
    public static byte[] Of(IEnumerable<int> shape, float[] values) =>
        Of($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}\n", values);

    public static byte[] Of(string header, float[] values) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes<float>(values)];
}
