using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Splitting;

/// <summary>What speaks against training on classes and groups as they are.</summary>
internal static class ClassWarnings
{
    public static IEnumerable<string> Of(ClassGroupTable table, DraftSplit split)
    {
        if (table.Classes.Count == 1)
            yield return $"only one class, '{table.Classes[0]}'";
        for (var i = 0; i < table.Classes.Count; i++)
        {
            string[] groups = [.. table.GroupsOf(i)];
            if (groups.Length == 1 && table.Groups.Count > 1)
                yield return $"class '{table.Classes[i]}' lives in one group, '{groups[0]}': "
                    + "a model can't be told from one that recognises the group";
            else if (split.Split.By == SplitBy.File && !table.Groups.Any(split.Test.Contains))
                continue;
            else if (split.Test.Count > 0 && !groups.Any(split.Test.Contains))
                yield return $"class '{table.Classes[i]}' is in no group of the test side";
            else if (split.Test.Count > 0 && groups.All(split.Test.Contains))
                yield return $"class '{table.Classes[i]}' is in no group of the training side";
        }
    }
}
