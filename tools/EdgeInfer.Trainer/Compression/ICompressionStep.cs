using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Compression;

/// <summary>One step of a compression, as <c>--steps</c> names it.</summary>
internal interface ICompressionStep
{
    /// <summary>As the command line has it, for example <c>int8</c>.</summary>
    string Name { get; }

    /// <exception cref="InvalidInputException">The network can't be compressed so.</exception>
    CompressionStage Apply(CompressionStage network, CompressionInputs inputs);
}
