using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace EdgeInfer.Trainer.MlNet;

/// <summary>
/// What ML.NET 5.0.1 knows of a model and does not show. Bound at the first call, which throws where another version
/// lacks a member; what is read here must stand the proof of parity like everything else.
/// </summary>
internal static class MlNetInternals
{
    private const string Ensemble = "Microsoft.ML.Trainers.FastTree.InternalTreeEnsemble, Microsoft.ML.FastTree";
    private const string Tree = "Microsoft.ML.Trainers.FastTree.InternalRegressionTree, Microsoft.ML.FastTree";

    /// <summary>The models of single classes inside a model of several.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SubModelParameters")]
    public static extern ImmutableArray<object> ModelsOfClasses(OneVersusAllModelParameters model);

    /// <summary>The raw score of one row.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Map")]
    public static extern void Score(TreeEnsembleModelParameters model, in VBuffer<float> row, ref float score);

    /// <summary>The value that takes the place of NaN at each node of a tree; null where NaN is compared as it is.</summary>
    public static float[]? ValuesForMissing(TreeEnsembleModelParameters model, int tree) =>
        DefaultValueForMissing(TreeAt(TrainedEnsemble(model), tree));

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_TrainedEnsemble")]
    [return: UnsafeAccessorType(Ensemble)]
    private static extern object TrainedEnsemble(TreeEnsembleModelParameters model);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetTreeAt")]
    [return: UnsafeAccessorType(Tree)]
    private static extern object TreeAt([UnsafeAccessorType(Ensemble)] object ensemble, int index);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "DefaultValueForMissing")]
    private static extern ref float[]? DefaultValueForMissing([UnsafeAccessorType(Tree)] object tree);
}
