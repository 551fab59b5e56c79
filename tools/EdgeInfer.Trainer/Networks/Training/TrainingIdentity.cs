using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EdgeInfer.Trainer.Networks.Checkpoints;

namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>A hash of everything that decides what a training gives: a checkpoint serves no other one.</summary>
internal static class TrainingIdentity
{
    public static byte[] Hash(GraphModule network, TrainingSet set, NetworkTrainingOptions options, int seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{network.Spec.Describe()}\n{options}\n{seed}\n{set.Augmentation.GetType().Name}"));
        foreach (var tensor in WeightSnapshot.Of(network).Tensors)
            hash.AppendData(tensor);
        Append(hash, set.Training, set);
        if (set.Validation is { } validation)
            Append(hash, validation, set);
        if (set.Distillation is { } teacher)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{teacher.Temperature} {teacher.Weight}"));
            foreach (var logits in teacher.TeacherLogits)
                hash.AppendData(MemoryMarshal.AsBytes<float>(logits));
        }

        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, LabelledSamples samples, TrainingSet set)
    {
        var input = new float[set.Preprocessor.OutputLength];
        foreach (var (values, label) in samples.Values.Zip(samples.Labels))
        {
            set.Preprocessor.Apply(values, input);
            hash.AppendData(MemoryMarshal.AsBytes<float>(values));
            hash.AppendData(MemoryMarshal.AsBytes<float>(input));
            hash.AppendData(BitConverter.GetBytes(label));
        }
    }
}
