using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Whether the recordings of a public data set are those that its figures were obtained on.</summary>
internal static class OriginNotes
{
    public static IEnumerable<string> Of(RecordingSet set)
    {
        if (set.Dataset.Origin is not { DataSha256: { } sha256, Url: var url })
            yield break;
        yield return set.DataSha256 == sha256
            ? $"the recordings are those of {url}, byte for byte"
            : $"the recordings are not those of {url} that the task's figures were obtained on: sha256 {set.DataSha256}, there {sha256}";
    }
}
