using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>One input for the reader of tables.</summary>
public static class TextTarget
{
    private const int LongestReason = 300;

    private static readonly string Folder = Directory.CreateTempSubdirectory("edgeinfer-text").FullName;

    /// <returns>Whether it was read to its end.</returns>
    public static bool Run(byte[] bytes)
    {
        var path = Path.Combine(Folder, "fuzzed.csv");
        File.WriteAllBytes(path, bytes);
        try
        {
            using var csv = CsvFile.Open(path);
            while (csv.Read())
            {
                for (var column = 0; column < csv.Header.Count; column++)
                    Compare(csv, column);
            }

            return true;
        }
        catch (InvalidInputException refused) when (refused.Message.StartsWith(Folder, StringComparison.Ordinal))
        {
            if (refused.Reason.Length > LongestReason)
                throw new InvalidOperationException($"{refused.Reason.Length} characters: {refused.Reason}", refused);
            return false;
        }
    }

    private static void Compare(CsvFile csv, int column)
    {
        var text = Encoding.UTF8.GetString(csv.Bytes(column));
        if (!csv.Field(column).SequenceEqual(text))
            throw new InvalidOperationException($"'{text}' reads as '{csv.Field(column)}'");
        if (csv.Form.DecimalMark != '.')
            return;
        var known = float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected) && float.IsFinite(expected);
        var read = csv.TryNumber(column, out var value) && float.IsFinite(value);
        if (known != read || (known && BitConverter.SingleToUInt32Bits(expected) != BitConverter.SingleToUInt32Bits(value)))
            throw new InvalidOperationException($"'{text}' reads as {value}, not {expected}");
    }
}
