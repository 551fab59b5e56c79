using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>A proposed description of a folder, and what was seen while looking.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Dataset">The description to write.</param>
/// <param name="SplitCsv">The split.csv to write; null where lists of groups in the description decide.</param>
/// <param name="Files">Files that belong to the data set.</param>
/// <param name="Table">Classes by groups.</param>
/// <param name="Rate">What the timestamps say; null without any.</param>
/// <param name="Duplicates">Files of identical content, those of one content together.</param>
/// <param name="Warnings">What the user should look at before training.</param>
public sealed record DatasetDraft(
    string Directory,
    Dataset Dataset,
    string? SplitCsv,
    int Files,
    ClassGroupTable Table,
    RateFacts? Rate,
    IReadOnlyList<IReadOnlyList<string>> Duplicates,
    IReadOnlyList<string> Warnings);
