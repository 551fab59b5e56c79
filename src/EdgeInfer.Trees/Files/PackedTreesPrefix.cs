using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>The first 20 bytes of packed trees: counts and widths, checked against the section's length.</summary>
internal readonly record struct PackedTreesPrefix(
    int Trees, int Nodes, int Features, int Thresholds, int ThresholdCountBits, int NodeCountBits, MissingCode Missing)
{
    public const int Length = 20;

    /// <summary>2,000,000, the most nodes, fits 21 bits.</summary>
    private const int MaximumCountBits = 21;

    /// <exception cref="InvalidInputException">A count is past its limit or needs more bytes than the section has.</exception>
    public static PackedTreesPrefix Read(ReadOnlySpan<byte> section, SectionPlace place)
    {
        if (section.Length < Length)
            throw place.Fault(Invariant($"{section.Length} bytes, fewer than its counts take"));
        var trees = Count(section, 1, EnsembleLimits.Trees, "trees");
        var nodes = Count(section[4..], 0, EnsembleLimits.Nodes, "nodes");
        var thresholds = Count(section[12..], 0, nodes, "thresholds");
        var features = Count(section[8..], 0, thresholds, "features");
        if (features == 0 && nodes > 0)
            throw place.Fault(Invariant($"{nodes} nodes but no feature"));
        var bits = 8L * (section.Length - Length - (4L * thresholds));
        if (trees + (2L * nodes) > bits)
            throw place.Fault(
                Invariant($"{section.Length} bytes hold {thresholds} thresholds, but not {trees} trees of {nodes} nodes as well"));
        if (section[16] > MaximumCountBits || section[17] > MaximumCountBits)
            throw place.Fault(Invariant($"counts of {section[16]} and {section[17]} bits, more than {MaximumCountBits}"));
        if (section[18] > (byte)MissingCode.EachNode)
            throw place.Fault(Invariant($"directions of missing values {section[18]} are unknown"));
        if (section[19] != 0)
            throw place.Fault("reserved byte 19 must be 0");
        return new(trees, nodes, features, thresholds, section[16], section[17], (MissingCode)section[18]);

        int Count(ReadOnlySpan<byte> at, int least, int limit, string what)
        {
            var count = BinaryPrimitives.ReadUInt32LittleEndian(at);
            return count >= least && count <= limit ? (int)count : throw place.Fault(Invariant($"{count} {what}, not {least} to {limit}"));
        }
    }

    public void Write(Span<byte> section)
    {
        BinaryPrimitives.WriteInt32LittleEndian(section, Trees);
        BinaryPrimitives.WriteInt32LittleEndian(section[4..], Nodes);
        BinaryPrimitives.WriteInt32LittleEndian(section[8..], Features);
        BinaryPrimitives.WriteInt32LittleEndian(section[12..], Thresholds);
        section[16] = (byte)ThresholdCountBits;
        section[17] = (byte)NodeCountBits;
        section[18] = (byte)Missing;
    }
}
