using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks.Architectures;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The options of verbs that train networks of an architecture of ours.</summary>
internal sealed class ScaleOptions
{
    private const string WidthName = "--width";
    private const string DepthName = "--depth";

    public const string Names = $"{WidthName}, {DepthName}";

    private readonly Option<double> _width = NumberOption.Create(WidthName, "Multiplier of the channels of each layer, 0.25 to 4", 1);
    private readonly Option<double> _depth = NumberOption.Create(DepthName, "Multiplier of the blocks of layers, 0.25 to 4", 1);

    public void AddTo(Command command)
    {
        command.Add(_width);
        command.Add(_depth);
    }

    /// <exception cref="InvalidInputException">A multiplier is out of range.</exception>
    public ArchitectureScale Read(ParseResult arguments)
    {
        var scale = new ArchitectureScale(arguments.GetValue(_width), arguments.GetValue(_depth));
        scale.Require();
        return scale;
    }

    /// <summary>The options that repeat it; none where nothing is multiplied.</summary>
    public static IEnumerable<string> Repeat(ArchitectureScale scale) =>
    [
        .. scale.Width != 1 ? [WidthName, Text(scale.Width)] : (string[])[],
        .. scale.Depth != 1 ? [DepthName, Text(scale.Depth)] : (string[])[],
    ];

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
