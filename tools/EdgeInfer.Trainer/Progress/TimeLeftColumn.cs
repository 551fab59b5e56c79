using Spectre.Console;
using Spectre.Console.Rendering;

namespace EdgeInfer.Trainer.Progress;

/// <summary>Spectre's own column takes the steps of a resumed training for fast ones.</summary>
internal sealed class TimeLeftColumn(TimeLeft left) : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(left.Estimate is { } estimate ? $"{(int)estimate.TotalHours:00}:{estimate:mm\\:ss}" : "--:--:--");
}
