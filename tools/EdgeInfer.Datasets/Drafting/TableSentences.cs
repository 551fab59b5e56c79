using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Layouts;
using EdgeInfer.Datasets.Roles;
using EdgeInfer.Datasets.Splitting;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Drafting;

/// <summary>What was understood of a folder of tables, in sentences that its owner can confirm.</summary>
internal sealed class TableSentences(TableReading reading, Dataset dataset, PathRoles paths, ClassGroupTable table, DraftSplit split)
{
    private const string UsualForm = "commas, decimal points, header in line 1";

    public IEnumerable<string> All()
    {
        yield return $"learn to tell {SentenceList.Of([.. dataset.Labels.Select(label => label.Name)], "and")} apart, by {LabelOrigin()}";
        yield return Groups();
        yield return Clock();
        yield return $"channels: {SentenceList.Of([.. dataset.Channels.Select(Named)])}";
        if (KnownExports.NameOf(reading.Survey) is { } program)
            yield return $"this is an export of {program}";
        foreach (var (form, path) in reading.Survey.Forms.Where(form => form.Form != UsualForm))
            yield return $"written with {form} (such as {path})";
        foreach (var sentence in reading.Sentences)
            yield return sentence;
        foreach (var reason in reading.Roles.LeftOut.GroupBy(each => each.Reason))
            yield return $"left out: {SentenceList.Of([.. reason.Select(each => $"'{each.Column.Name}'")])}, which {reason.Key}";
        foreach (var part in paths.Unused)
            yield return $"{part.Name} ({part.Shown}) decides nothing: recordings that differ in it are treated alike";
        if (dataset.Holes is { } holes)
            yield return Holes(holes);
        yield return SplitSentence.Of(dataset, paths, table, split);
        if (paths.RunnerUp is { } second && !reading.IsLabelled)
            yield return $"{second.Name} could be the class as well: {second.Option}";
    }

    public IEnumerable<string> Warnings()
    {
        if (dataset.GroupOrigin != GroupOrigin.Named)
        {
            yield return dataset.GroupOrigin == GroupOrigin.Blocks
                ? "nothing names a person, machine or session: every figure will say 'optimistic: blocks of one recording'. Give "
                    + "--group where you know better"
                : "nothing names a person, machine or session: each recording is its own group, and every figure will say 'optimistic'. "
                    + "Give --group COLUMN or --group '{group}...' where you know better";
        }

        if (dataset.Channels.Any(channel => channel.Unit == DatasetChannel.UnknownUnit))
            yield return "units of channels are unknown: give --units 'NAME=UNIT,...', or fill them in";
    }

    private static string Named(DatasetChannel channel) =>
        channel.Unit == DatasetChannel.UnknownUnit ? channel.Name : $"{channel.Name} in {channel.Unit}";

    private string LabelOrigin() =>
        dataset.LabelColumn is { } column ? $"column '{column}'"
        : dataset.Segments is not null ? "lists of stretches of time"
        : paths.LabelOrigin;

    private string Groups()
    {
        if (dataset.Blocks is { } blocks)
        {
            return reading.Recordings.Count == 1
                ? Invariant($"the recording is cut into {blocks} blocks of time, which are the groups")
                : Invariant($"each of {reading.Recordings.Count} recordings is cut into {blocks} blocks of time, which are the groups");
        }

        var origin = dataset.GroupColumn is { } column ? $"column '{column}'" : paths.GroupOriginText;
        return dataset.GroupOrigin == GroupOrigin.Files
            ? Invariant($"each of {table.Groups.Count} recordings is a group of its own")
            : $"{GroupNames.Of(dataset.GroupNoun, table.Groups)} are the groups, by {origin}";
    }

    private string Clock()
    {
        if (dataset.Timestamp is not { } clock)
            return Invariant($"clock: none; rows come at {dataset.RateHz:G6} Hz, as you said");
        var columns = clock.TimeColumn is null ? $"column '{clock.Column}'" : $"columns '{clock.Column}' and '{clock.TimeColumn}'";
        var form = clock.Unit switch
        {
            "iso8601" => "as ISO 8601 text",
            "date-time" => $"as {clock.Format}",
            var unit => $"in {unit}",
        };
        return Invariant($"clock: {columns} {form}{(clock.Zone is null ? "" : $" of {clock.Zone}")}, {dataset.RateHz:G6} Hz; ")
            + Invariant($"windows of {dataset.Window!.Seconds:G4} s")
            + (clock.EqualTimes == EqualTimes.Spread ? "; rows of one time are spread evenly until the next" : "")
            + (clock.Sort ? "; rows that are out of order are put in the order of time" : "");
    }

    private static string Holes(DatasetHoles holes) => holes.Rule switch
    {
        HoleRule.Gap =>
            "cells without a number: windows that hold one are left out. To fill short ones: --holes interpolate:SECONDS or hold:SECONDS",
        HoleRule.Hold => Invariant($"cells without a number: the last number stands in for up to {holes.LimitSeconds} s"),
        _ => Invariant($"cells without a number: interpolated for up to {holes.LimitSeconds} s"),
    };
}
