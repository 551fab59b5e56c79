using EdgeInfer.Recordings.Windows;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Data;

/// <summary>
/// Says how many windows hold NaN or an infinity, or have no label: no model learns from them, and none is judged by them.
/// </summary>
internal static class LostWindows
{
    /// <param name="name">Of the task.</param>
    /// <param name="train">Windows to train on.</param>
    /// <param name="test">Windows to judge by.</param>
    public static void Tell(string name, WindowSet train, WindowSet test)
    {
        if (train.NonFinite + test.NonFinite > 0)
            Console.WriteLine(
                Invariant($"{name}: {train.NonFinite} windows to train on and {test.NonFinite} to test on hold NaN or an infinity; ")
                + "they are left out");
        if (train.Unlabelled + test.Unlabelled > 0)
            Console.WriteLine(
                Invariant($"{name}: {train.Unlabelled} windows to train on and {test.Unlabelled} to test on have no label; ")
                + "they are left out");
    }
}
