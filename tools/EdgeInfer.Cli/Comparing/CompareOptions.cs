namespace EdgeInfer.Cli.Comparing;

/// <param name="First">Bundle, the reference.</param>
/// <param name="Second">Bundle.</param>
/// <param name="Data">Folder of recordings.</param>
/// <param name="Task">Built-in task; null where the folder carries its own dataset.json.</param>
/// <param name="Split">Name of a split; the headline where null.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Margin">Largest difference that counts as none, a share of 1.</param>
/// <param name="Json">Further file for report.json.</param>
/// <param name="Folder">Receives report.html and report.json.</param>
internal sealed record CompareOptions(
    string First, string Second, string Data, string? Task, string? Split, int Seed, double Margin, string? Json, string Folder)
{
    /// <summary>By which another process finds the same recordings.</summary>
    public IReadOnlyList<string> DataArguments =>
    [
        "--data", Data,
        .. Task is null ? [] : (string[])["--task", Task],
        .. Split is null ? [] : (string[])["--split", Split],
    ];
}
