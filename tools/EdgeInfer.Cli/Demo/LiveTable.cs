using System.Diagnostics;
using System.Globalization;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Measurement.Latency.Tails;
using Spectre.Console;

namespace EdgeInfer.Cli.Demo;

/// <summary>Running figures from the messages: a table on a terminal, a line now and then where output is redirected.</summary>
internal static class LiveTable
{
    private static readonly TimeSpan TableEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <param name="run">What is shown.</param>
    /// <param name="work">Is given an action to call after each change.</param>
    public static Task ShowAsync(CollectedRun run, Func<Action, Task> work)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return WithLinesAsync(run, work);
        return AnsiConsole.Live(Render(run)).StartAsync(async context =>
        {
            await work(Throttled(TableEvery, () => context.UpdateTarget(Render(run)))).ConfigureAwait(false);
            context.UpdateTarget(Render(run));
        });
    }

    private static async Task WithLinesAsync(CollectedRun run, Func<Action, Task> work)
    {
        void Print() => Console.WriteLine(string.Join("; ", run.Models.Select(m => string.Create(
            CultureInfo.InvariantCulture,
            $"{m.Model}: {m.Progress.Windows} windows, accuracy so far {m.Progress.Accuracy:F3}{m.Progress.Marks.Suffix}"))));
        await work(Throttled(LineEvery, Print)).ConfigureAwait(false);
        Print();
    }

    private static Action Throttled(TimeSpan interval, Action action)
    {
        var clock = Stopwatch.StartNew();
        return () =>
        {
            if (clock.Elapsed < interval)
                return;
            clock.Restart();
            action();
        };
    }

    private static Table Render(CollectedRun run)
    {
        var table = new Table().Title("live, from MQTT")
            .AddColumns("model", "windows", "accuracy so far", "latency p50", "latency p99", "last label");
        foreach (var (model, figures) in run.Models)
        {
            table.AddRow(
                Markup.Escape(model),
                figures.Windows.ToString(CultureInfo.InvariantCulture),
                figures.Accuracy.ToString("F3", CultureInfo.InvariantCulture) + Markup.Escape(figures.Marks.Suffix),
                Markup.Escape(Latency(figures, 50)),
                Markup.Escape(Latency(figures, 99)),
                Markup.Escape(figures.Last));
        }

        return table;
    }

    private static string UpperEnd(PercentileInterval figure) =>
        figure.High?.ToString("F0", CultureInfo.InvariantCulture) ?? "no upper end";

    /// <summary>With the interval in which another run's percentile lies.</summary>
    private static string Latency(ModelProgress figures, double percentile) => figures.Latency.Tail(percentile).Figure is { } figure
        ? string.Create(CultureInfo.InvariantCulture, $"{figure.Value:F0} us [{figure.Low:F0}, {UpperEnd(figure)}]")
        : "n too small";
}
