using System.Globalization;

namespace EdgeInfer.Trees.Ensembles;

/// <summary>The first thing found wrong with an ensemble.</summary>
/// <param name="Section">header, calibration, trees, leaves or leafrows: where the compact file keeps it.</param>
/// <param name="Reason">What is wrong, with the value seen.</param>
/// <param name="Tree">Index of the tree, where it is one.</param>
/// <param name="Node">Index of the node inside the tree, where it is one.</param>
internal sealed record EnsembleFault(string Section, string Reason, int? Tree = null, int? Node = null)
{
    public override string ToString()
    {
        var tree = Tree is { } t ? string.Create(CultureInfo.InvariantCulture, $", tree {t}") : "";
        var node = Node is { } n ? string.Create(CultureInfo.InvariantCulture, $", node {n}") : "";
        return $"section {Section}{tree}{node}: {Reason}";
    }
}
