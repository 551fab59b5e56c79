namespace EdgeInfer.Recordings.Layout;

/// <summary>Where recordings are to be had.</summary>
/// <param name="Url">Page or repository of the download.</param>
/// <param name="Folder">Which folder of the download is the data set's, for a reader.</param>
/// <param name="Version">Commit, tag or release that is meant; null where there is one only.</param>
/// <param name="Bytes">Size of the download; null where unknown.</param>
/// <param name="DataSha256">Hash over the recordings' files, lower-case hexadecimal; null where unknown.</param>
public sealed record DatasetOrigin(string Url, string Folder, string? Version = null, long? Bytes = null, string? DataSha256 = null);
