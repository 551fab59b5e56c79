namespace EdgeInfer.Trainer.Compression;

/// <summary><c>distil</c>: the network learns again, from a teacher's probabilities beside the labels.</summary>
internal sealed class DistillationStep : ICompressionStep
{
    public const string Verb = "distil";

    public string Name => Verb;

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs)
    {
        var relearning = inputs.RequireRelearning(network.Name, Verb);
        using var student = relearning.Open(network);
        return network.After(Name, "distilled", relearning.Train(student, $"{network.Name} {Name}", inputs.Teacher!));
    }
}
