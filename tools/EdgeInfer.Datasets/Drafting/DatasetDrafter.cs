using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Layouts;
using EdgeInfer.Datasets.Pictures;
using EdgeInfer.Datasets.Questions;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>Drafts dataset.json and split.csv from a folder of tables or pictures.</summary>
public static class DatasetDrafter
{
    /// <summary>Looks only; <see cref="DraftFiles.Write"/> writes.</summary>
    /// <param name="directory">The folder, searched with all folders below.</param>
    /// <param name="options">What the user decides.</param>
    /// <exception cref="InvalidInputException">The folder is missing, is described already, or holds nothing that can be read.</exception>
    /// <exception cref="OpenQuestionException">Two readings are possible.</exception>
    public static DatasetDraft Draft(string directory, DraftOptions options)
    {
        DraftFiles.RefuseExisting(directory);
        var contents = FolderContents.Read(directory);
        var draft = contents switch
        {
            { ArePictures: true } => ImageDraft.Draft(directory, PictureScan.Run(directory), options),
            { Tables.Count: > 0 } => TableDraft.Of(directory, contents.Tables, options),
            { Sounds.Count: > 0 } => throw new InvalidInputException(
                Path.Combine(directory, contents.Sounds[0]), "sound is not read yet: EdgeInfer reads tables of samples and pictures"),
            _ => throw new InvalidInputException(
                directory, "holds neither tables (.csv, .txt, .tsv, .log, also with .gz) nor JPEG or PNG pictures"),
        };
        return contents.ArePictures ? draft : draft with { Sentences = [.. draft.Sentences, .. PassedOver(contents)] };
    }

    private static IEnumerable<string> PassedOver(FolderContents contents)
    {
        string[] others = [.. contents.Pictures, .. contents.Others];
        if (others.Length > 0)
            yield return $"not recordings, and passed over: {SentenceList.Of(others)}";
        if (contents.Hidden.Count > 0)
            yield return $"hidden files passed over: {contents.Hidden.Count}, such as {contents.Hidden[0]}";
    }
}
