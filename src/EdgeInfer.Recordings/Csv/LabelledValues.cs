using System.Text;

namespace EdgeInfer.Recordings.Csv;

/// <summary>
/// Values with their names, as Arduino's serial plotter reads them: <c>x:0.1,y:0.2</c>, divided by commas, tabs or spaces
/// (arduino/Arduino, build/shared/ArduinoSerialPlotterProtocol.md).
/// </summary>
internal static class LabelledValues
{
    /// <summary>Bytes of the name and its colon; 0 where the field is not a name and a number.</summary>
    public static int NameLength(ReadOnlySpan<byte> field, byte decimalMark)
    {
        var colon = field.IndexOf((byte)':');
        return colon > 0 && HasLetter(field[..colon]) && CellText.IsNumber(CellText.Trim(field[(colon + 1)..]), decimalMark)
            ? colon + 1
            : 0;
    }

    public static string Name(ReadOnlySpan<byte> field, int length) => Encoding.UTF8.GetString(field[..(length - 1)]).Trim();

    // 12:01 is a time.
    private static bool HasLetter(ReadOnlySpan<byte> name) =>
        name.ContainsAnyInRange((byte)'a', (byte)'z') || name.ContainsAnyInRange((byte)'A', (byte)'Z');
}
