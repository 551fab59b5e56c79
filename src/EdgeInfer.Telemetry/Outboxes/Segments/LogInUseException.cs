namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Another process has the folder: two that number messages under one name would mix them.</summary>
internal sealed class LogInUseException(string folder, Exception cause) : IOException($"{folder} is in use by another process", cause)
{
    /// <summary>EWOULDBLOCK on Linux, and ERROR_SHARING_VIOLATION.</summary>
    private static readonly int[] Held = [11, unchecked((int)0x80070020)];

    /// <summary>Held until it is disposed of, or its process ends in whatever way.</summary>
    public static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (Held.Contains(error.HResult))
        {
            throw new LogInUseException(Path.GetDirectoryName(path)!, error);
        }
    }
}
