namespace EdgeInfer.Trees.Files;

/// <summary>Where nodes of packed trees send NaN.</summary>
internal enum MissingCode : byte
{
    AllRight = 0,
    AllLeft = 1,

    /// <summary>A bit a node, 1 for left.</summary>
    EachNode = 2,
}
