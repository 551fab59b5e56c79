using System.Globalization;

namespace EdgeInfer.Trainer.Progress;

/// <summary>Reports of work within a step of other work.</summary>
internal static class NestedProgress
{
    /// <summary>For the step after <paramref name="done"/> steps, which tells shares of itself.</summary>
    public static ReportProgress After(this ReportProgress report, int done, string step) =>
        (share, detail, found) => report(done + share, $"{step}, {detail}", found);

    /// <summary>Tells epochs as shares of a training.</summary>
    public static ReportProgress OfEpochs(this ReportProgress report, int epochs) => (epoch, detail, found) =>
        report(epoch / epochs, found ? detail : string.Create(CultureInfo.InvariantCulture, $"epoch {epoch} of {epochs}, {detail}"), found);
}
