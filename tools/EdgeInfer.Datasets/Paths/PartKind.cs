namespace EdgeInfer.Datasets.Paths;

internal enum PartKind
{
    Folder,
    WholeName,
    NamePart,

    /// <summary>A part of the name without the digits at its end.</summary>
    NameLetters,
}
