using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Benchmarks.Xgboost;

/// <summary>An ensemble as XGBoost's JSON model (version 1.6 and later), so that its own predictor walks the very same trees.</summary>
internal static class XgboostJson
{
    /// <param name="ensemble">Sums, not means; its raw scores are XGBoost's margins, but for rounding.</param>
    public static byte[] Write(TreeEnsemble ensemble)
    {
        if (ensemble.Aggregation != Aggregation.Sum)
            throw new ArgumentException("XGBoost's model is written for sums of trees alone", nameof(ensemble));
        var (several, classes) = (ensemble.OutputCount > 1, Text(ensemble.OutputCount));
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["version"] = Array([1, 6, 0]),
            ["learner"] = new JsonObject
            {
                ["attributes"] = new JsonObject(),
                ["feature_names"] = new JsonArray(),
                ["feature_types"] = new JsonArray(),
                ["gradient_booster"] = new JsonObject
                {
                    ["name"] = "gbtree",
                    ["model"] = new JsonObject
                    {
                        ["gbtree_model_param"] = new JsonObject
                        {
                            ["num_trees"] = Text(ensemble.Trees.Count), ["num_parallel_tree"] = "1", ["size_leaf_vector"] = "0",
                        },
                        ["tree_info"] = Array(ensemble.Trees.Select(tree => tree.Output)),
                        ["trees"] = new JsonArray([.. ensemble.Trees.Select((tree, id) => Tree(tree, id, ensemble.FeatureCount))]),
                    },
                },
                ["learner_model_param"] = new JsonObject
                {
                    ["base_score"] = "0E0", ["num_class"] = several ? classes : "0",
                    ["num_feature"] = Text(ensemble.FeatureCount), ["num_target"] = "1",
                },
                ["objective"] = several
                    ? new JsonObject
                    {
                        ["name"] = "multi:softprob",
                        ["softmax_multiclass_param"] = new JsonObject { ["num_class"] = classes },
                    }
                    : new JsonObject { ["name"] = "reg:squarederror", ["reg_loss_param"] = new JsonObject { ["scale_pos_weight"] = "1" } },
            },
        });
    }

    private static JsonObject Tree(DecisionTree tree, int id, int features)
    {
        var nodes = XgboostNodes.Of(tree);
        var zeros = nodes.Select(_ => 0).ToArray();
        return new JsonObject
        {
            ["base_weights"] = Numbers(zeros.Select(zero => (float)zero)),
            ["categories"] = new JsonArray(),
            ["categories_nodes"] = new JsonArray(),
            ["categories_segments"] = new JsonArray(),
            ["categories_sizes"] = new JsonArray(),
            ["default_left"] = Array(nodes.Select(node => node.DefaultLeft ? 1 : 0)),
            ["id"] = id,
            ["left_children"] = Array(nodes.Select(node => node.Left)),
            ["loss_changes"] = Numbers(zeros.Select(zero => (float)zero)),
            ["parents"] = Array(nodes.Select(node => node.Parent)),
            ["right_children"] = Array(nodes.Select(node => node.Right)),
            ["split_conditions"] = Numbers(nodes.Select(node => node.Condition)),
            ["split_indices"] = Array(nodes.Select(node => node.Feature)),
            ["split_type"] = Array(zeros),
            ["sum_hessian"] = Numbers(zeros.Select(zero => (float)zero)),
            ["tree_param"] = new JsonObject
            {
                ["num_deleted"] = "0", ["num_feature"] = Text(features), ["num_nodes"] = Text(nodes.Count), ["size_leaf_vector"] = "0",
            },
        };
    }

    private static JsonArray Array<T>(IEnumerable<T> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    /// <summary>
    /// With an exponent: XGBoost takes a number without for an integer, and refuses it. By way of double: .NET's custom
    /// formats cut a float to seven digits, and nine are needed.
    /// </summary>
    private static JsonArray Numbers(IEnumerable<float> values) =>
        new([.. values.Select(value => JsonNode.Parse(((double)value).ToString("0.########E0", CultureInfo.InvariantCulture)))]);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
