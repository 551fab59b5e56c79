using EdgeInfer.Core.Preprocessing;
using EdgeInfer.Trainer.Networks.Augmentation;
using static TorchSharp.torch;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>Fills one buffer with a batch of preprocessed samples, augmented where asked.</summary>
internal sealed class SampleBatches(
    NetworkInput input, IAugmentation augmentation, IPreprocessor preprocessor, int batchSize, Device device)
{
    private readonly float[] _augmented = new float[input.ValueCount];
    private readonly float[] _batch = new float[batchSize * input.ValueCount];

    /// <summary>Managed memory that one batch takes on its way into a tensor, its copy included.</summary>
    public long Bytes => 2L * sizeof(float) * _batch.Length;

    public Tensor Augmented(LabelledSamples samples, int[] members, Random random) => Fill(members, (i, target) =>
    {
        augmentation.Apply(samples.Values[i], _augmented, random);
        preprocessor.Apply(_augmented, target);
    });

    public Tensor Plain(LabelledSamples samples, int[] members) =>
        Fill(members, (i, target) => preprocessor.Apply(samples.Values[i], target));

    private Tensor Fill(int[] members, SampleWriter write)
    {
        for (var i = 0; i < members.Length; i++)
            write(members[i], _batch.AsSpan(i * input.ValueCount, input.ValueCount));
        return tensor(
            _batch.AsSpan(0, members.Length * input.ValueCount).ToArray(),
            [members.Length, input.Channels, input.Height, input.Width],
            device: device);
    }

    private delegate void SampleWriter(int sample, Span<float> target);
}
