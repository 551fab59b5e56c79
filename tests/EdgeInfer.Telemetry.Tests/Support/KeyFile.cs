namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>A file that holds a secret.</summary>
internal static class KeyFile
{
    public static string Write(
        string path, IEnumerable<byte> bytes, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        File.WriteAllBytes(path, [.. bytes]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }
}
