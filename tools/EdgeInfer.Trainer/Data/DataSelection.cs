using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Trainer.Data;

/// <summary>Which recordings, as the command line names them.</summary>
/// <param name="Folder">Folder of recordings.</param>
/// <param name="Task">Built-in task; null where the folder carries its own dataset.json.</param>
/// <param name="Split">Name of a split; the headline where null.</param>
internal sealed record DataSelection(string Folder, string? Task, string? Split)
{
    /// <summary>Verb that judges on the test side, for the ledger; null where nothing is judged.</summary>
    public string? Verb { get; init; }

    public RecordingSet Open() => RecordingSet.Open(Folder, Task, Split);
}
