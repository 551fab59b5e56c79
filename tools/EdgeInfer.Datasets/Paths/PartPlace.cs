namespace EdgeInfer.Datasets.Paths;

/// <summary>Where a part stands in a path.</summary>
/// <param name="Kind">Folder, whole name, part of the name, or letters of the name.</param>
/// <param name="Index">Of a folder its level from the outermost, of a part of the name its place; both from 0.</param>
internal readonly record struct PartPlace(PartKind Kind, int Index = 0);
