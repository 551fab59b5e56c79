namespace EdgeInfer.Trainer.Commands;

/// <summary>Names as a sentence lists them, for example <c>fasttree, forest or lightgbm</c>.</summary>
internal static class Alternatives
{
    public static string Of(IReadOnlyList<string> names) => $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
