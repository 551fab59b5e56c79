using EdgeInfer.Core.Resampling;
using static System.FormattableString;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>Ranges of a manifest's windows, and that a frame is the window that it is said to be.</summary>
internal static class InputRules
{
    public static Fault? FirstFault(ManifestInput input)
    {
        if (input.Channels.Count is < 1 or > ManifestLimits.Channels)
            return new("$.input.channels", Invariant($"{input.Channels.Count} channels, not 1 to {ManifestLimits.Channels}"));
        for (var index = 0; index < input.Channels.Count; index++)
        {
            var channel = input.Channels[index];
            if (string.IsNullOrWhiteSpace(channel.Name) || input.Channels.Take(index).Any(one => one.Name == channel.Name))
                return new(Invariant($"$.input.channels[{index}].name"), $"'{channel.Name}' is empty or stands twice");
        }

        if (!(input.RateHz is > 0 and <= ManifestLimits.RateHz))
            return new("$.input.rate_hz", Invariant($"{input.RateHz} is not above 0 and at most {ManifestLimits.RateHz}"));
        var longest = ManifestLimits.WindowValues / input.Channels.Count;
        if (input.Window < 1 || input.Window > longest)
            return new("$.input.window", Invariant($"{input.Window} is outside 1 to {longest} samples a channel"));
        if (input.Hop < 1 || input.Hop > input.Window)
            return new("$.input.hop", Invariant($"{input.Hop} is outside 1 to window = {input.Window}"));
        if (!(input.MaxGapSeconds is > 0 and <= ManifestLimits.GapSeconds))
            return new(
                "$.input.max_gap_seconds", Invariant($"{input.MaxGapSeconds} is not above 0 and at most {ManifestLimits.GapSeconds}"));
        return input.Frame is { } frame ? FrameFault(frame, input) : null;
    }

    private static Fault? FrameFault(ManifestFrame frame, ManifestInput input)
    {
        if (input.Resampling != ResamplingRule.Linear)
            return new("$.input.resampling", "frames are not resampled");
        if (!Enum.IsDefined(frame.Colour))
            return new("$.input.frame.colour", Invariant($"{(int)frame.Colour} is neither gray nor rgb"));
        if (!Enum.IsDefined(frame.Fit))
            return new("$.input.frame.fit", Invariant($"{(int)frame.Fit} is none of exact, stretch, crop, pad"));
        if (frame.Width < 1 || frame.Height < 1 || (long)frame.Width * frame.Height != input.Window)
            return new("$.input.frame", Invariant($"{frame.Width} x {frame.Height} px are not window = {input.Window}"));
        if (input.Hop != input.Window)
            return new("$.input.hop", Invariant($"{input.Hop} is not window = {input.Window}: frames do not overlap"));
        return input.Channels.SequenceEqual(frame.ToShape().Channels)
            ? null
            : new("$.input.channels", Invariant(
                $"[{string.Join(", ", input.Channels.Select(channel => channel.Name))}] are not those of a frame in {frame.Colour}"));
    }
}
