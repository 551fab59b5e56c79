using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Compression;

/// <summary>Writes beside the target and renames: a failure leaves no half of a file.</summary>
internal static class WholeFile
{
    /// <exception cref="InvalidInputException">The folder does not exist.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var target = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new InvalidInputException(path, "its folder does not exist");
        var temporary = $"{target}.{Guid.NewGuid():n}.new";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
