namespace EdgeInfer.Cli.Demo;

/// <param name="Data">Folder of recordings; where null those that come with the program, or the simulator's.</param>
/// <param name="Task">Built-in task or the simulator's; null where the folder carries its own dataset.json, or nothing is named.</param>
/// <param name="Split">Name of a split; the headline where null.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Json">Further file for report.json.</param>
/// <param name="Quick">Smaller models, fewer recordings.</param>
/// <param name="Keep">Leave broker and runtime running afterwards.</param>
/// <param name="Port">Port of the embedded broker; 0 for a free one.</param>
internal sealed record DemoOptions(
    string? Data, string? Task, string? Split, int Seed, string? Json, bool Quick, bool Keep, int Port);
