using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>A proposed description of a folder, and what was understood of it.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Dataset">The description to write.</param>
/// <param name="SplitCsv">The split.csv to write; null where lists of groups and columns in the description decide.</param>
/// <param name="Table">Classes by groups.</param>
/// <param name="Sentences">What was understood, for the user to confirm.</param>
/// <param name="Warnings">What the user should look at before training.</param>
/// <param name="Rows">The header and the first rows of the first table, as the folder has them; empty for pictures.</param>
public sealed record DatasetDraft(
    string Directory,
    Dataset Dataset,
    string? SplitCsv,
    ClassGroupTable Table,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<IReadOnlyList<string>> Rows);
