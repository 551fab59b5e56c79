using System.Buffers.Binary;
using System.Numerics;

namespace EdgeInfer.Core.Checksums;

/// <summary>SHA-256 by FIPS 180-4, in C# alone.</summary>
internal sealed class ManagedSha256
{
    public const int HashBytes = 32;

    private const int BlockBytes = 64;

    /// <summary>Fractions of the cube roots of the first 64 primes (4.2.2).</summary>
    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Fractions of the square roots of the first 8 primes (5.3.3).</summary>
    private readonly uint[] _state =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private readonly byte[] _block = new byte[BlockBytes];
    private readonly uint[] _schedule = new uint[BlockBytes];
    private ulong _length;

    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new ManagedSha256();
        hash.Append(bytes);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var filled = (int)(_length % BlockBytes);
        _length += (ulong)bytes.Length;
        if (filled > 0)
        {
            var taken = Math.Min(BlockBytes - filled, bytes.Length);
            bytes[..taken].CopyTo(_block.AsSpan(filled));
            bytes = bytes[taken..];
            if (filled + taken < BlockBytes)
                return;
            Compress(_block);
        }

        while (bytes.Length >= BlockBytes)
        {
            Compress(bytes[..BlockBytes]);
            bytes = bytes[BlockBytes..];
        }

        bytes.CopyTo(_block);
    }

    /// <summary>Ends the message; nothing may be appended to it any more.</summary>
    public byte[] Finish()
    {
        var bits = _length * 8;
        var filled = (int)(_length % BlockBytes);
        _block[filled++] = 0x80;
        if (filled > BlockBytes - sizeof(ulong))
        {
            _block.AsSpan(filled).Clear();
            Compress(_block);
            filled = 0;
        }

        _block.AsSpan(filled).Clear();
        BinaryPrimitives.WriteUInt64BigEndian(_block.AsSpan(BlockBytes - sizeof(ulong)), bits);
        Compress(_block);
        var hash = new byte[HashBytes];
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), _state[i]);
        return hash;
    }

    private void Compress(ReadOnlySpan<byte> block)
    {
        var w = _schedule.AsSpan(0, BlockBytes);
        for (var i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        for (var i = 16; i < w.Length; i++)
        {
            var (early, late) = (w[i - 15], w[i - 2]);
            w[i] = w[i - 16] + w[i - 7]
                + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }

        var (a, b, c, d, e, f, g, h) =
            (_state[0], _state[1], _state[2], _state[3], _state[4], _state[5], _state[6], _state[7]);
        var k = Constants.AsSpan(0, BlockBytes);
        for (var i = 0; i < w.Length; i++)
        {
            var first = h + k[i] + w[i] + ((e & f) ^ (~e & g))
                + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25));
            var second = ((a & b) ^ (a & c) ^ (b & c))
                + (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        _state[0] += a;
        _state[1] += b;
        _state[2] += c;
        _state[3] += d;
        _state[4] += e;
        _state[5] += f;
        _state[6] += g;
        _state[7] += h;
    }
}
