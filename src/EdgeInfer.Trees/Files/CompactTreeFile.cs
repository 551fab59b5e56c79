using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>The compact tree file: docs/formats/compact-tree-file.md.</summary>
public static class CompactTreeFile
{
    /// <summary>Extension of its files.</summary>
    public const string Extension = ".trees";

    /// <summary>The same bytes for the same ensemble, on every machine.</summary>
    /// <exception cref="ArgumentException">The ensemble is not sound; the message names tree, node and value.</exception>
    public static byte[] Write(TreeEnsemble ensemble)
    {
        if (EnsembleProof.FirstFault(ensemble) is { } fault)
            throw new ArgumentException(fault.ToString(), nameof(ensemble));
        return CompactTreeWriter.Write(ensemble);
    }

    /// <summary>
    /// Reads bytes from anywhere. What it returns is proven sound: every walk ends at a leaf and every score is finite.
    /// Memory taken, the ensemble included, stays below 64 KiB and 512 bytes a tree and 64 bytes a node; n bytes make at
    /// most 8 n trees and 4 n nodes, within <see cref="EnsembleLimits"/>, whatever they claim.
    /// </summary>
    /// <param name="fileName">Named in errors.</param>
    /// <exception cref="InvalidInputException">
    /// Names the file, the section, the tree and node where there is one, and the reason.
    /// </exception>
    public static TreeEnsemble Read(ReadOnlySpan<byte> bytes, string fileName)
    {
        var ensemble = CompactTreeReader.Read(bytes, fileName);
        if (EnsembleProof.FirstFault(ensemble) is { } fault)
            throw new InvalidInputException(fileName, fault.ToString());
        return ensemble;
    }

    /// <summary>Bytes that reading an ensemble stays below.</summary>
    internal static long ReadingMemory(long trees, long nodes) => 65_536 + (512 * trees) + (64 * nodes);
}
