namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>A node or leaf below the heads; a leaf's place is above every rank, and it is its own child.</summary>
/// <param name="Segment">Whose rank is asked.</param>
/// <param name="Place">A greater rank goes right.</param>
/// <param name="Child">Slot of the left child; the right one follows it.</param>
internal readonly record struct TailNode(ushort Segment, byte Place, int Child);
