using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Commands;

/// <summary>The loss that a compressed network may have shown at most: 1 point where left out.</summary>
internal sealed class MarginOption
{
    private const double DefaultPoints = 1;
    private const double PointsOfOne = 100;

    private readonly Option<double> _points = NumberOption.Create(
        "--margin",
        "Points of accuracy, or hundredths of a detector's ROC-AUC, that int8 may lose; 100 lets every network pass",
        DefaultPoints);

    public void AddTo(Command command) => command.Add(_points);

    /// <returns>A share, 0 to 1, and the option that repeats it: none where it is left out.</returns>
    /// <exception cref="InvalidInputException">Outside 0 to 100.</exception>
    public (double Share, IReadOnlyList<string> Repeat) Read(ParseResult arguments)
    {
        var points = arguments.GetValue(_points);
        if (!(points is >= 0 and <= PointsOfOne))
            throw new InvalidInputException(
                _points.Name, string.Create(CultureInfo.InvariantCulture, $"{points} points is outside 0 to 100"));
        return (points / PointsOfOne, points == DefaultPoints ? [] : [_points.Name, points.ToString(CultureInfo.InvariantCulture)]);
    }
}
