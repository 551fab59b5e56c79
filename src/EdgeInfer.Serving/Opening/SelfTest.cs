using EdgeInfer.Bundles.Golden;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Opening;

/// <summary>Lets a model answer its bundle's golden windows through the very code that answers live ones.</summary>
internal static class SelfTest
{
    /// <summary>Returns the largest absolute difference to a golden output.</summary>
    /// <param name="windowLength">Values of a raw window.</param>
    /// <exception cref="InvalidInputException">
    /// No case, a case of another shape, a difference above the tolerance, or another label.
    /// </exception>
    public static double Run(ModelLane lane, GoldenSet golden, int windowLength, string path)
    {
        if (golden.Cases.Count == 0)
            throw new InvalidInputException(path, "has no golden case to prove that it works here");

        var largest = 0.0;
        for (var number = 0; number < golden.Cases.Count; number++)
        {
            var (window, expected) = golden.Cases[number];
            if (window.Length != windowLength || expected.Length != lane.Scores.Length)
                throw new InvalidInputException(
                    path,
                    $"golden case {number} has {window.Length} values and {expected.Length} outputs instead "
                    + $"of {windowLength} and {lane.Scores.Length}");

            if (!lane.TryRun(window, latenessUs: 0, out _))
                throw new InvalidInputException(path, $"golden case {number}: the model's input or a score is not finite");
            for (var output = 0; output < expected.Length; output++)
            {
                var difference = Math.Abs((double)lane.Scores[output] - expected[output]);
                // Written so that NaN fails.
                if (!(difference <= golden.Tolerance))
                    throw new InvalidInputException(
                        path,
                        FormattableString.Invariant($"golden case {number}: {Shown(lane, output)} scores {lane.Scores[output]}, ")
                        + FormattableString.Invariant($"expected {expected[output]} within {golden.Tolerance}"));
                largest = Math.Max(largest, difference);
            }

            RequireLabel(lane, expected, golden.Tolerance, number, path);
        }

        return largest;
    }

    /// <summary>Each output may be within the tolerance and yet another one be the highest; a tie within it may fall either way.</summary>
    private static void RequireLabel(ModelLane lane, float[] expected, double tolerance, int number, string path)
    {
        var (found, right) = (Highest(lane.Scores), Highest(expected));
        if ((double)expected[right] - expected[found] > tolerance)
            throw new InvalidInputException(path, $"golden case {number}: names {Shown(lane, found)}, expected {Shown(lane, right)}");
    }

    private static int Highest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }

    private static string Shown(ModelLane lane, int output) =>
        lane.Scores.Length == lane.Labels.Count ? $"'{lane.Labels[output]}'" : $"output {output}";
}
