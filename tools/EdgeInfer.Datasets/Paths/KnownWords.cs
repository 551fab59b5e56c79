using System.Collections.Frozen;

namespace EdgeInfer.Datasets.Paths;

/// <summary>Words that people use in the names of folders, files and columns; they weigh a guess and never decide it alone.</summary>
internal static class KnownWords
{
    private static readonly FrozenSet<string> States = Set(
        "walk walking run running jog jogging sit sitting seated stand standing still lie lying stairs upstairs downstairs cycle "
            + "cycling bike "
        + "biking drive driving jump jumping fall falling sleep turn turning rest active inactive moving stationary "
        + "ok good bad normal abnormal healthy faulty fault worn wear broken damage damaged defect defective idle on off open "
        + "closed balanced "
        + "imbalance imbalanced unbalanced misaligned misalignment loose cracked leak leaking blocked clean dirty empty full cavitation "
        + "inner outer ball yes no true false pass fail anomaly anomalous baseline background noise unknown wave shake swipe tap circle "
        + "left right up down cat dog");

    private static readonly FrozenSet<string> Training = Set("train training trn learn learning trainset");

    private static readonly FrozenSet<string> Validation = Set("val valid validation dev");

    private static readonly FrozenSet<string> Testing = Set("test testing tst eval evaluation holdout testset");

    private static readonly FrozenSet<string> Sensors = Set(
        "accelerometer accelerometers acceleration accel acc acce gyroscope gyroscopes gyro gyr magnetometer magnetometers "
            + "magnetic mag gravity "
        + "orientation rotation linear linearaccelerometer totalacceleration barometer pressure light lux microphone sound "
        + "temperature humidity "
        + "heartrate heart ppg ecg eda bvp ibi location gps imu compass proximity pedometer accelerometeruncalibrated "
        + "gyroscopeuncalibrated "
        + "magnetometeruncalibrated wristmotion headphone");

    private static readonly FrozenSet<string> Counters = Set(
        "burst img image dsc dscn pic photo shot frame take rec recording trial rep repetition file sample seq part clip video vid no nr "
        + "window chunk data run test");

    private static readonly FrozenDictionary<string, string> Nouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s"] = "subject", ["sub"] = "subject", ["subj"] = "subject", ["subject"] = "subject", ["p"] = "person", ["person"] = "person",
        ["participant"] = "participant", ["user"] = "user", ["u"] = "user", ["patient"] = "patient", ["volunteer"] = "person",
        ["m"] = "machine", ["machine"] = "machine", ["pump"] = "machine", ["motor"] = "machine", ["fan"] = "machine",
            ["engine"] = "machine",
        ["bearing"] = "bearing", ["unit"] = "unit", ["cam"] = "camera", ["camera"] = "camera", ["device"] = "device", ["dev"] = "device",
        ["node"] = "device", ["session"] = "session", ["sess"] = "session", ["day"] = "day", ["date"] = "day", ["room"] = "room",
        ["house"] = "house", ["site"] = "site", ["meter"] = "meter",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsState(string value) => States.Contains(Plain(value));

    /// <summary>Whether the word in front of a number says that the number counts takes.</summary>
    public static bool IsCounter(string word) => Counters.Contains(Plain(word));

    public static bool IsAxis(string value) => value is "x" or "y" or "z" or "X" or "Y" or "Z";

    public static bool IsSensor(string value) => Sensors.Contains(Plain(value));

    /// <summary>What a group is, by the word in front of its number or the name of its column; null where the word is not known.</summary>
    public static string? NounOf(string word) => Nouns.GetValueOrDefault(Plain(word));

    /// <summary>Train for folders that are learnt from, validation among them; test for those that judge; null for other words.</summary>
    public static string? SideOf(string value)
    {
        var word = Plain(value);
        return Training.Contains(word) || Validation.Contains(word) ? "train" : Testing.Contains(word) ? "test" : null;
    }

    public static bool IsValidation(string value) => Validation.Contains(Plain(value));

    private static string Plain(string value) => new([.. value.ToLowerInvariant().Where(char.IsLetter)]);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
