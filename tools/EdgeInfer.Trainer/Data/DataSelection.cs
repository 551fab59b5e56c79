using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Trainer.Data;

/// <summary>Which recordings, as the command line names them.</summary>
/// <param name="Folder">Folder of recordings.</param>
/// <param name="Task">Built-in task; null where the folder carries its own dataset.json.</param>
/// <param name="Split">Name of a split; the headline where null.</param>
internal sealed record DataSelection(string Folder, string? Task, string? Split)
{
    public RecordingSet Open() => RecordingSet.Open(Folder, Task, Split);
}
