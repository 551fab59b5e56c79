using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EdgeInfer.Trainer.Commands;

/// <summary>
/// Options that take a number with a decimal point. The library's own parser takes a comma for a thousands separator, so
/// that <c>0,5</c> would pass as 5.
/// </summary>
internal static class NumberOption
{
    public static Option<double> Create(string name, string description, double fallback) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = argument => Parse(name, argument),
    };

    private static double Parse(string name, ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        argument.AddError($"{name}: '{text}' is no number; write a decimal point, as in 0.5");
        return 0;
    }
}
