using EdgeInfer.Core.Windows;

namespace EdgeInfer.Trainer.Networks.Augmentation;

/// <summary>
/// Tells the three axes of one sensor by their names, which differ in one letter: x_acc, y_acc and z_acc, or Gyroscope.z, Gyroscope.y and
/// Gyroscope.x. Equal units alone do not: three thermometers have no axes, and 'unknown' is no unit.
/// </summary>
internal static class SensorAxes
{
    private const string Letters = "xyz";

    public static bool Are(Channel[] channels)
    {
        if (channels.Any(channel => channel.Role != ChannelRole.Signal || channel.Unit != channels[0].Unit))
            return false;
        string[] names = [.. channels.Select(channel => channel.Name.ToLowerInvariant())];
        return DifferInAxis(names, name => (name[..^1], name[^1])) || DifferInAxis(names, name => (name[1..], name[0]));
    }

    private static bool DifferInAxis(string[] names, Func<string, (string Stem, char Axis)> cut)
    {
        var parts = names.Where(name => name.Length > 0).Select(cut).ToList();
        return parts.Select(part => part.Stem).Distinct().Count() == 1
            && parts.Select(part => part.Axis).Order().SequenceEqual(Letters);
    }
}
