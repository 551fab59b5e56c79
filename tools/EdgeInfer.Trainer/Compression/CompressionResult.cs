using EdgeInfer.Trainer.Quantization;

namespace EdgeInfer.Trainer.Compression;

/// <param name="Name">What was compressed.</param>
/// <param name="Tried">The original first.</param>
/// <param name="LayersOf">Steps of the network that was exported; where none was, of the first that was refused.</param>
/// <param name="Layers">Tensors of that network against the same in fp32, the worst first.</param>
/// <param name="Margin">Loss of accuracy that passes; null where a file alone is compressed.</param>
/// <param name="Marks">What the figures must be read with; none where a file alone is compressed, which is judged on nothing.</param>
internal sealed record CompressionResult(
    string Name,
    IReadOnlyList<CompressionRow> Tried,
    string LayersOf,
    IReadOnlyList<TensorError> Layers,
    double? Margin,
    IReadOnlyList<string> Marks)
{
    /// <summary>Index in <see cref="Tried"/>; null where no network passed its gate.</summary>
    public int? FindExported() => Tried.Index().Where(row => row.Item.Exported).Select(row => (int?)row.Index).SingleOrDefault();

    /// <summary>Why nothing was exported; null where something was.</summary>
    public string? Refusal() => FindExported() is not null
        ? null
        : $"{string.Join("; ", Tried.Where(one => one.Gate is { Passes: false }).Select(one => $"{one.Steps}: {one.Gate!.Refusal}"))}; "
            + "nothing was exported";
}
