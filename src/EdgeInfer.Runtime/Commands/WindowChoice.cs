using System.Globalization;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Ledger;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Serving.Explanations;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Runtime.Commands;

/// <summary>The window that a user names.</summary>
/// <param name="Id">RECORDING/START_NS as in inference messages; golden/NUMBER where <paramref name="Data"/> is null.</param>
/// <param name="Data">Folder of a data set.</param>
/// <param name="Task">Built-in task, for a folder without dataset.json.</param>
internal sealed record WindowChoice(string Id, string? Data, string? Task)
{
    private const string Golden = "golden";
    private const int NamesShown = 5;

    /// <exception cref="InvalidInputException">There is no such window, or it is not of the bundle's kind.</exception>
    public ExplainedWindow Find(Bundle bundle, ReadyBundle ready)
    {
        var slash = Id.LastIndexOf('/');
        if (slash < 0 || !long.TryParse(Id.AsSpan(slash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw new InvalidInputException(Id, "is no window: RECORDING/START_NS with --data, golden/NUMBER without");
        if (Data is not null)
            return InData(Id[..slash], number, ready);
        if (Id[..slash] != Golden)
            throw new InvalidInputException(Id, "without --data there are only the bundle's own windows, golden/NUMBER");
        var cases = bundle.Golden.Cases;
        return number >= 0 && number < cases.Count
            ? new(Id, cases[(int)number].Window, Truth: null)
            : throw new InvalidInputException(Id, FormattableString.Invariant($"the bundle has golden/0 to golden/{cases.Count - 1}"));
    }

    private ExplainedWindow InData(string id, long start, ReadyBundle ready)
    {
        var set = RecordingSet.Open(Data!, Task);
        Agreement.Check([ready], set.Dataset.Name, set.LabelNames, set.TestShape);
        var recording = set.Recordings.FirstOrDefault(recording => recording.Id == id)
            ?? throw new InvalidInputException(
                Data!,
                $"has no recording '{id}'; there are {string.Join(", ", set.Recordings.Take(NamesShown).Select(recording => recording.Id))}"
                + $"{(set.Recordings.Count > NamesShown ? ", ..." : "")}");
        var windows = WindowSet.Read(set, [recording], set.TestShape);
        var index = Array.IndexOf(windows.StartNanoseconds, start);
        if (index >= 0)
        {
            if (recording.Side == SplitSide.Test)
                _ = OpeningLedger.Record(set, "explain", [ready.Lane.Sha256], OpeningRun.OfProcess, TimeProvider.System);
            return new(
                Id, windows.Values[index], windows.Labels[index] is var label and > LabelIndex.Unlabelled ? set.LabelNames[label] : null)
            {
                Marks = set.Marks,
            };
        }

        var lost = windows.NonFinite == 0
            ? ""
            : FormattableString.Invariant($"; {windows.NonFinite} windows of the recording hold NaN or an infinity and are never answered");
        throw new InvalidInputException(Id, windows.Values.Length == 0
            ? $"the recording holds no window{lost}"
            : FormattableString.Invariant(
                $"no window starts there; the nearest is {id}/{windows.StartNanoseconds.MinBy(at => Math.Abs((double)at - start))}{lost}"));
    }
}
