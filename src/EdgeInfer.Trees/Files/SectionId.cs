namespace EdgeInfer.Trees.Files;

/// <summary>Sections that this version knows.</summary>
internal enum SectionId : ushort
{
    /// <summary>Slope and offset of every output; with the Platt link only.</summary>
    Calibration = 1,

    /// <summary>Trees and their nodes, 16 bytes a node; read only.</summary>
    Trees = 2,

    /// <summary>Values of all leaves, 8 bytes a leaf; read only.</summary>
    Leaves = 3,

    /// <summary>Trees and their nodes as bits, thresholds as ranks.</summary>
    PackedTrees = 4,

    /// <summary>Values of all leaves as bits.</summary>
    PackedLeaves = 5,

    /// <summary>Training rows of the leaves; optional.</summary>
    LeafRows = 6,
}
