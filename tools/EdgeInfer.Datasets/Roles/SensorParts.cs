using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Paths;

namespace EdgeInfer.Datasets.Roles;

/// <summary>Files of several sensors, or of several axes, are no recordings that a model could see one by one.</summary>
internal static class SensorParts
{
    /// <exception cref="InvalidInputException">A part of the paths names sensors or axes and nothing else.</exception>
    public static void Refuse(string place, PathLayout layout)
    {
        if (layout.Parts.FirstOrDefault(part => part.Counts.Keys.All(NamesASensor)) is not { } part)
            return;
        throw new InvalidInputException(place,
            $"{part.Name} names sensors or axes ({part.Shown}), whose files belong together. Keep the files of one, or put each recording "
            + "into a folder of its own with a file a sensor, such as walk_1/Accelerometer.csv and walk_1/Gyroscope.csv.");
    }

    private static bool NamesASensor(string value) => KnownWords.IsSensor(value) || KnownWords.IsAxis(value);
}
