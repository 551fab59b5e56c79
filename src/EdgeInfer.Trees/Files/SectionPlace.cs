using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Files;

/// <summary>A section of a file, as errors name it.</summary>
internal readonly record struct SectionPlace(string FileName, SectionId Id)
{
    public InvalidInputException Fault(string reason, int? tree = null, int? node = null) =>
        new(FileName, new EnsembleFault(Id.Name, reason, tree, node).ToString());
}
