namespace EdgeInfer.Tests.Support;

public static class FileRights
{
    public const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("a file's mode is Unix's");
        File.SetUnixFileMode(path, mode);
    }
}
