namespace EdgeInfer.Trainer.Networks.Checkpoints;

/// <summary>
/// The checkpoints of a command: a file for each of its trainings, named by what decides the training's result, so that the same
/// command finds all of them again.
/// </summary>
/// <param name="path">Made where there is none.</param>
/// <param name="time">Says when the next writing is due.</param>
internal sealed class CheckpointFolder(string path, TimeProvider time)
{
    public const string Extension = ".checkpoint";

    /// <summary>Of the identity, which the file holds in full.</summary>
    private const int NameBytes = 8;

    private readonly Dictionary<string, CheckpointFile> _files = [];

    /// <param name="identity">Of the training.</param>
    /// <returns>The same object for the same training.</returns>
    public CheckpointFile For(byte[] identity)
    {
        var name = Convert.ToHexStringLower(identity.AsSpan(0, NameBytes)) + Extension;
        if (!_files.TryGetValue(name, out var file))
            _files.Add(name, file = new CheckpointFile(Path.Combine(path, name), identity, time));
        return file;
    }

    /// <summary>Deletes the files of the trainings that asked; what else stands in the folder, and the folder, stay.</summary>
    public void Clear()
    {
        foreach (var file in _files.Values)
            file.Delete();
    }
}
