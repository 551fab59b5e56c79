using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Datasets.Surveying;
using EdgeInfer.Recordings.Layout;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Clocks;

/// <summary>Finds the columns of the clock and their unit.</summary>
/// <param name="place">Folder, for errors.</param>
/// <param name="survey">What its tables hold.</param>
/// <param name="options">What the user decides.</param>
internal sealed class ClockChoice(string place, TableSurvey survey, DraftOptions options)
{
    /// <summary>A unit is taken where it is so many times likelier than the next.</summary>
    private const double Clear = 3;

    /// <summary>Steps at which slow sensors are read, in seconds; as milliseconds they would be fast ones.</summary>
    private static readonly double[] RoundSeconds = [1, 30, 60, 300, 600, 900, 1800, 3600];

    /// <summary>The clock; null where rows come at a rate that the user gave.</summary>
    /// <exception cref="InvalidInputException">Nothing tells the time, or a named column is missing or no clock.</exception>
    /// <exception cref="OpenQuestionException">Two units, dates or columns are possible.</exception>
    public DatasetTimestamp? Find()
    {
        if (options.Time is { } named)
            return Named(named);
        var text = survey.Columns.Where(column => column.Texts > 0).ToList();
        var numbers = survey.Columns.Where(column => ClockColumns.IsNamed(column) && ClockColumns.IsNumbers(column)).ToList();
        if (numbers.FirstOrDefault(column => column.RisesInEveryFile) is { } rising)
            return OfNumbers(rising);
        if (text.FirstOrDefault(ClockText.IsIso8601) is { } iso)
            return new DatasetTimestamp(iso.Name, "iso8601", Zone: options.Zone);
        if (text.FirstOrDefault(ClockText.IsDate) is { } date && text.FirstOrDefault(ClockText.IsTimeOfDay) is { } time)
            return OfDateAndTime(date, time);
        if (text.FirstOrDefault(column => ClockText.DateTimes(column).Count > 0) is { } both)
            return OfText(both);
        if (numbers.FirstOrDefault() is { } uneven)
            return OfNumbers(uneven);
        return options.RateHz is null ? Unnamed() : null;
    }

    private DatasetTimestamp? Unnamed()
    {
        var mixed = survey.Columns.Where(column => column.Texts > 0 && column.Texts * 2 < column.Rows);
        if (mixed.FirstOrDefault(ClockColumns.IsNamed) is { } broken)
        {
            throw new InvalidInputException(
                Path.Combine(place, broken.FirstTextPlace!),
                $"column '{broken.Name}' holds '{broken.FirstText}' among numbers, and is no clock so: mend the line");
        }

        var rising = survey.Columns
            .Where(column => column.RisesMostly || (column.RisesInEveryFile && survey.Rows > 8 * column.Files.Count))
            .ToList();
        if (rising.Count == 0)
        {
            throw new InvalidInputException(place,
                $"no column tells the time; there are {Listed(survey.Columns)}. Give --rate HZ, the samples a second, or --time COLUMN.");
        }

        throw new OpenQuestionException(
            place,
            $"Column '{rising[0].Name}' rises from row to row: is it the clock, or does it count rows?",
            [
                new DraftChoice("it is the clock", $"--time {Quoted(rising[0].Name)}", options with { Time = rising[0].Name }),
                new DraftChoice("it counts rows", "--rate HZ, the samples a second", null),
            ]);
    }

    private DatasetTimestamp Named(string named)
    {
        if (survey.Columns.FirstOrDefault(column => column.Name == named) is { } whole)
        {
            return ClockText.IsIso8601(whole) ? new DatasetTimestamp(whole.Name, "iso8601", Zone: options.Zone)
                : whole.Texts > 0 ? OfText(whole)
                : OfNumbers(whole);
        }

        return named.Split('+') is [var date, var time]
            ? OfDateAndTime(Column(date.Trim()), Column(time.Trim()))
            : throw new InvalidInputException("--time", $"there is no column '{named}'; there are {Listed(survey.Columns)}");
    }

    private ColumnSurvey Column(string name) => survey.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InvalidInputException("--time", $"there is no column '{name}'; there are {Listed(survey.Columns)}");

    private DatasetTimestamp OfText(ColumnSurvey column)
    {
        var formats = ClockText.DateTimes(column);
        if (formats.Count == 0)
            throw new InvalidInputException("--time",
                $"column '{column.Name}' holds '{column.FirstText}', which is neither a number nor a date and time");
        return new DatasetTimestamp(column.Name, "date-time", Format: Format(column, formats), Zone: options.Zone);
    }

    private DatasetTimestamp OfDateAndTime(ColumnSurvey date, ColumnSurvey time)
    {
        var formats = ClockText.Dates(date);
        if (formats.Count == 0 || ClockText.TimeOfDay(time) is not { } timeFormat)
            throw new InvalidInputException("--time", $"columns '{date.Name}' and '{time.Name}' are no date and time of day");
        return new DatasetTimestamp(
            date.Name, "date-time", time.Name, $"{Format(date, formats)} {timeFormat}", options.Zone);
    }

    private string Format(ColumnSurvey column, IReadOnlyList<(string Format, TimeSpan Span)> fitting)
    {
        if (options.UnitOf(column.Name) is { } given)
            return given;
        // Day and month can be told apart where one of them makes the recordings shorter.
        if (fitting.Count == 1 || fitting[0].Span < fitting[1].Span || SameOrder(fitting[0].Format, fitting[1].Format))
            return fitting[0].Format;
        throw new OpenQuestionException(
            place,
            $"Column '{column.Name}' holds dates such as {column.Sample[0]}: which comes first, the day or the month?",
            [
                .. fitting.Take(2).Select(each => new DraftChoice(
                    each.Format, $"--units {Quoted($"{column.Name}={each.Format}")}", options.WithUnit(column.Name, each.Format))),
            ]);
    }

    private static bool SameOrder(string one, string other) =>
        one.IndexOf('d', StringComparison.Ordinal) < one.IndexOf('M', StringComparison.Ordinal)
        == other.IndexOf('d', StringComparison.Ordinal) < other.IndexOf('M', StringComparison.Ordinal);

    private DatasetTimestamp OfNumbers(ColumnSurvey column)
    {
        if (!column.IsNumeric)
            throw new InvalidInputException("--time", $"column '{column.Name}' holds '{column.FirstText}', which is no number");
        var unit = Unit(column);
        var coarse = ClockColumns.IsCoarse(column);
        var sortable = column.Files.Any(file => file.IsSwapped) && column.Files.All(file => file.Decreases == 0 || file.IsSwapped);
        return new DatasetTimestamp(
            column.Name, unit, EqualTimes: coarse ? EqualTimes.Spread : EqualTimes.Mean, Sort: sortable);
    }

    private string Unit(ColumnSurvey column)
    {
        if (options.UnitOf(column.Name) is { } given)
        {
            return TimeUnits.Named(given) ?? throw new InvalidInputException(
                "--units", $"'{given}' of the clock '{column.Name}' is not s, ms, us, ns or days");
        }

        if (TimeUnits.Stated(column) is { } stated)
            return stated;
        if (TimeUnits.IsLonger(column))
        {
            throw new InvalidInputException(
                place, $"the clock '{column.Name}' counts minutes or hours, which are not read: convert it to seconds, or give "
                    + $"--units {column.Name}=s");
        }

        double[] steps = [.. column.Files.Select(file => file.Step).Where(double.IsFinite).Order()];
        if (steps.Length == 0)
            throw new InvalidInputException(place, $"column '{column.Name}' never rises: give --rate HZ, the samples a second");
        var step = steps[steps.Length / 2];
        var guesses = TimeUnits.Guesses(column, step);
        var isRound = RoundSeconds.Contains(step);
        var unclear = guesses.Count > 1 && (guesses[0].Weight < Clear * guesses[1].Weight || isRound);
        if (!unclear)
            return guesses[0].Unit;
        var likely = isRound ? ["s", "ms"] : guesses.Take(2).Select(guess => guess.Unit);
        throw new OpenQuestionException(
            place,
            Invariant($"The clock '{column.Name}' rises by {step:G4} a row: in which unit?"),
            [
                .. likely.Select(unit => new DraftChoice(
                    Invariant($"in {unit} it has {1 / (step * TimeUnits.SecondsOf(unit)):G4} Hz"),
                    $"--units {Quoted($"{column.Name}={unit}")}",
                    options.WithUnit(column.Name, unit))),
            ]);
    }

    private static string Listed(IReadOnlyList<ColumnSurvey> columns) =>
        string.Join(", ", columns.Take(12).Select(column => column.Name)) + (columns.Count > 12 ? $" and {columns.Count - 12} more" : "");

    private static string Quoted(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '=' or '.' or '-') ? text : $"\"{text}\"";
}
