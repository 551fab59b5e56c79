using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace EdgeInfer.Trainer.Progress;

/// <summary>Tells how many steps are done, with a detail such as the loss.</summary>
internal delegate void ReportProgress(int done, string detail);

/// <summary>A bar with time left on a terminal; a plain line every tenth where output is redirected.</summary>
internal static class TrainingProgress
{
    private const int PlainLines = 10;

    public static T Run<T>(string title, int total, Func<ReportProgress, T> work) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? RunBar(title, total, work)
            : RunPlain(title, total, work);

    private static T RunBar<T>(string title, int total, Func<ReportProgress, T> work)
    {
        var result = default(T)!;
        AnsiConsole.Progress()
            // No refreshing thread beside the training: see CollectionPause.
            .AutoRefresh(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total);
                result = work((done, detail) =>
                {
                    task.Description = Markup.Escape($"{title}, {detail}");
                    task.Value = done;
                    context.Refresh();
                });
            });
        return result;
    }

    private static T RunPlain<T>(string title, int total, Func<ReportProgress, T> work)
    {
        var clock = Stopwatch.StartNew();
        var printed = 0;
        return work((done, detail) =>
        {
            if (done * PlainLines / total == printed)
                return;
            printed = done * PlainLines / total;
            var left = clock.Elapsed.TotalSeconds / done * (total - done);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {done} of {total}, {detail}, {left:F0} s left"));
        });
    }
}
