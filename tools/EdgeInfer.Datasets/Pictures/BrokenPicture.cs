namespace EdgeInfer.Datasets.Pictures;

/// <summary>A file that is a picture by its first bytes or its name, and can't be read.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Reason">Why, and what helps where something does.</param>
public sealed record BrokenPicture(string Path, string Reason);
