using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Datasets.Preview;

/// <summary>
/// A page that shows a described data set: pictures as a contact sheet, sensors as a recording a class. One file with its styles and
/// drawings inside, no script, no reference to anything outside; also well-formed XML, and smaller than 5 MB.
/// </summary>
public static class DatasetPreview
{
    /// <inheritdoc cref="RecordingSet.Open"/>
    public static string Render(string directory, string? task = null, string? split = null)
    {
        var dataset = DatasetChoice.Read(directory, task);
        return dataset.Kind switch
        {
            DatasetKind.Images => PicturePreview.Render(directory, dataset, split),
            DatasetKind.AudioWav => throw new InvalidInputException(directory, $"task {dataset.Name}: audio-wav is not read yet"),
            _ => RecordingPreview.Render(RecordingSet.Open(directory, task, split)),
        };
    }
}
