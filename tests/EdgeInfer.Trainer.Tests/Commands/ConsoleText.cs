namespace EdgeInfer.Trainer.Tests.Commands;

/// <summary>What a person reads while something runs; tests of this assembly run one at a time.</summary>
internal static class ConsoleText
{
    public static string Of(Action action)
    {
        var before = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(before);
        }

        return text.ToString();
    }
}
