namespace EdgeInfer.Core.Fingerprints;

/// <summary>What one hash of a fingerprint stands for.</summary>
public enum PieceKind
{
    /// <summary>A run of rows, cut where their content says so: recordings of sensors.</summary>
    Chunk,

    /// <summary>One row: tables in which a row is a case.</summary>
    Row,

    /// <summary>One image.</summary>
    Image,
}
