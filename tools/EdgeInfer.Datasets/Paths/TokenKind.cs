namespace EdgeInfer.Datasets.Paths;

/// <summary>What the values of a part of the paths look like.</summary>
internal enum TokenKind
{
    /// <summary>Letters without digits: walk, anna.</summary>
    Word,

    /// <summary>Letters, then digits: s1, pump2.</summary>
    Code,

    /// <summary>Digits alone: a counter, a date, a time.</summary>
    Number,

    /// <summary>None of these, or different ones.</summary>
    Mixed,
}
