namespace EdgeInfer.Trees.Files;

/// <summary>The header's byte for an ensemble's link.</summary>
internal enum LinkCode : byte
{
    Identity = 0,
    Platt = 1,
    ClampedShare = 2,
    Softmax = 3,
}
