namespace EdgeInfer.Bundles.Storage;

/// <summary>The disk as the writer uses it, so that a test can make its Nth call fail.</summary>
internal sealed record BundleDisk(Action<string, byte[]> WriteFile, Action<string, string> MoveFolder)
{
    public static BundleDisk Real { get; } = new(WriteThrough, Directory.Move);

    private static void WriteThrough(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
