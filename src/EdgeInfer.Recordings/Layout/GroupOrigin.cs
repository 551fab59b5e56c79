using System.Text.Json.Serialization;

namespace EdgeInfer.Recordings.Layout;

/// <summary>What tells the groups of a data set apart.</summary>
public enum GroupOrigin
{
    /// <summary>A person, machine or session is named by a column, a folder or a file name.</summary>
    [JsonStringEnumMemberName("named")]
    Named,

    /// <summary>Nothing names them: every file is its own group.</summary>
    [JsonStringEnumMemberName("files")]
    Files,

    /// <summary>Nothing names them: every file is cut into blocks of time.</summary>
    [JsonStringEnumMemberName("blocks")]
    Blocks,
}
