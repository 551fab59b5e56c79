using System.Text;

namespace EdgeInfer.Trainer.Tests.Commands;

/// <summary>A verb that is stopped when it prints a certain thing, as by a signal in the middle of its training.</summary>
internal static class InterruptedRun
{
    public static void Of(Action run, string when)
    {
        var before = Console.Out;
        Console.SetOut(new StoppingWriter(when));
        try
        {
            Assert.Throws<OperationCanceledException>(run);
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    private sealed class StoppingWriter(string when) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value)
        {
            if (value?.Contains(when, StringComparison.Ordinal) == true)
                throw new OperationCanceledException(value);
        }
    }
}
