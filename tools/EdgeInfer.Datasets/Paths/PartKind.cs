namespace EdgeInfer.Datasets.Paths;

internal enum PartKind
{
    Folder,
    WholeName,
    NamePart,

    /// <summary>The name without the digits at its end.</summary>
    NameLetters,
}
