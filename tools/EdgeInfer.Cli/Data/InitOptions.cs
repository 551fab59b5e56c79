using System.CommandLine;
using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Questions;

namespace EdgeInfer.Cli.Data;

/// <summary>The options of <c>data init</c>: what a user knows better than the draft.</summary>
internal sealed class InitOptions
{
    private readonly Option<string?> _label = new("--label")
    {
        Description = "What is to be told apart: a column, or a pattern of the path such as '{label}/{group}_{n}'",
    };

    private readonly Option<string?> _group = new("--group")
    {
        Description = "Person, machine or session: a column, a pattern of the path, or blocks:N to cut each file into N blocks of time",
    };

    private readonly Option<string?> _side = new("--side")
    {
        Description = "Training or test: a pattern of the path such as '{side}/{label}/{n}'",
    };

    private readonly Option<string?> _time = new("--time")
    {
        Description = "Column of the clock, or DATE+TIME for two columns",
    };

    private readonly Option<string?> _zone = new("--zone")
    {
        Description = "Time zone of local times, such as Europe/Madrid",
    };

    private readonly Option<string?> _rate = new("--rate")
    {
        Description = "Samples a second, Hz: where no clock tells it, or to choose among several rates",
    };

    private readonly Option<string?> _units = new("--units")
    {
        Description = "Units by column, such as 'x=m/s2,time=ms'",
    };

    private readonly Option<string?> _holes = new("--holes")
    {
        Description = "Empty cells: gap (default), hold:SECONDS or interpolate:SECONDS",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_label, _group, _side, _time, _zone, _rate, _units, _holes])
            command.Options.Add(option);
    }

    /// <exception cref="InvalidInputException">A rate is not above 0, or a unit is not of the form NAME=UNIT.</exception>
    public DraftOptions Read(ParseResult parsed)
    {
        var rate = parsed.GetValue(_rate) is { } given ? Rate(given) : (double?)null;
        return new DraftOptions(
            parsed.GetValue(_label), parsed.GetValue(_group), parsed.GetValue(_side), parsed.GetValue(_time), parsed.GetValue(_zone), rate,
            parsed.GetValue(_units) is { } units ? Units(units) : null, parsed.GetValue(_holes));
    }

    private static double Rate(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 1e7
            ? rate
            : throw new InvalidInputException("--rate", $"'{text}' is no number above 0 and at most 1e7, with a decimal point");

    private static Dictionary<string, string> Units(string text)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A unit may hold an equals sign less likely than a column's name.
            var at = pair.LastIndexOf('=');
            if (at <= 0 || at == pair.Length - 1)
                throw new InvalidInputException("--units", $"'{pair}' is not of the form COLUMN=UNIT");
            units[pair[..at]] = pair[(at + 1)..];
        }

        return units;
    }
}
