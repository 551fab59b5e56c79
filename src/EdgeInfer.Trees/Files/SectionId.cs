namespace EdgeInfer.Trees.Files;

/// <summary>Sections that this version knows.</summary>
internal enum SectionId : ushort
{
    /// <summary>Slope and offset of every output; with the Platt link only.</summary>
    Calibration = 1,

    /// <summary>Trees and their nodes, 16 bytes a node.</summary>
    Trees = 2,

    /// <summary>Values of all leaves.</summary>
    Leaves = 3,
}
