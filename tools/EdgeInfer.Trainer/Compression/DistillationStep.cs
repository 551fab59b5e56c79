using EdgeInfer.Trainer.Networks.Training;

namespace EdgeInfer.Trainer.Compression;

/// <summary><c>distil</c>: the network learns again, from a teacher's probabilities beside the labels.</summary>
internal sealed class DistillationStep : ICompressionStep
{
    public const string Verb = "distil";
    public const string Trait = "distilled";

    public string Name => Verb;

    public CompressedNetwork Apply(CompressedNetwork network, CompressionInputs inputs)
    {
        var tuning = inputs.RequireTuning(network.Name, Verb);
        using var student = tuning.Open(network);
        var taught = new Distillation(inputs.Teacher!.Logits(tuning.Windows));
        return network.After(Name, Trait, tuning.Train(student, $"{network.Name} {Name}", taught));
    }
}
