namespace EdgeInfer.Recordings.Layout;

/// <summary>The files of a recording that is a folder with a file a sensor.</summary>
internal static class SensorFiles
{
    public static bool AreUsed(Dataset dataset) => dataset.Channels.Any(channel => channel.File is not null);

    /// <summary>Names inside the folder, in the order of the channels; the first is the reference.</summary>
    public static IReadOnlyList<string> Of(Dataset dataset) =>
        [.. dataset.Channels.Select(channel => channel.File).OfType<string>().Distinct()];
}
